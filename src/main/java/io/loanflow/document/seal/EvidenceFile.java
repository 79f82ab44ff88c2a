package io.loanflow.document.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.document.Document;
import io.loanflow.document.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole evidence as JSON, with which anybody can compute the hashes again. */
final class EvidenceFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HASHING =
            "hash = SHA-256 of these lines in UTF-8, joined by line feeds: loanflow-evidence-1, signing, document, number, kind, at,"
                    + " signer or nothing, previous_hash, payload. previous_hash of the first row = SHA-256 of:"
                    + " loanflow-evidence-1, signing, document, SHA-256 of the document.";

    private EvidenceFile() {}

    static byte[] of(Document document, List<Evidence> evidence) {
        var file = new LinkedHashMap<String, Object>();
        file.put("document_sha256", document.content().sha256());
        file.put("hashing", HASHING);
        file.put("rows", evidence.stream().map(EvidenceFile::row).toList());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> row(Evidence row) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("signing", row.signingId());
        fields.put("document", row.documentId());
        fields.put("number", row.number());
        fields.put("kind", row.kind().text());
        fields.put("at", row.at().toString());
        if (row.signerId() != null) {
            fields.put("signer", row.signerId());
        }
        fields.put("previous_hash", row.previousHash());
        fields.put("payload", row.payload());
        fields.put("hash", row.hash());
        return fields;
    }
}
