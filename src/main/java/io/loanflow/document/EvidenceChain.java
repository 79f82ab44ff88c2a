package io.loanflow.document;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what happens while signatures are collected, each row chained to the one before by its hash. */
@Service
public class EvidenceChain {

    private final EvidenceLog log;
    private final Clock clock;

    EvidenceChain(EvidenceLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Adds a row in the present transaction, one at a time for each signing. Nothing is added to a signing once its
     * document is sealed, but that it was voided.
     *
     * @param documentSha256 of the bytes that are signed; kept among the facts as {@code document_sha256}
     * @param signerId whom it is about, null for the whole signing
     * @param facts of a person {@link SignedBy#facts()}; further ones as needed, a reason say
     */
    @Transactional
    public Evidence append(
            long signingId,
            long documentId,
            String documentSha256,
            Evidence.Kind kind,
            @Nullable Long signerId,
            Map<String, String> facts) {
        log.lock(signingId);
        var last = log.last(signingId).orElse(null);
        if (last != null && last.documentId() != documentId) {
            throw new IllegalArgumentException("Signing " + signingId + " is one of another document");
        }
        var row = new Evidence(
                        signingId,
                        documentId,
                        last == null ? 1 : last.number() + 1,
                        kind,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        signerId,
                        Evidence.json(storable(facts, documentSha256)),
                        last == null ? EvidenceHash.beginning(signingId, documentId, documentSha256) : last.hash(),
                        "")
                .hashed();
        log.add(row);
        return row;
    }

    /** The same for a document that is being signed. */
    @Transactional
    public Evidence append(
            Signing signing,
            Document document,
            Evidence.Kind kind,
            @Nullable Signer signer,
            Map<String, String> facts) {
        return append(
                signing.id(),
                document.id(),
                document.content().sha256(),
                kind,
                signer == null ? null : signer.id(),
                facts);
    }

    /** The rows of one signing, oldest first. */
    public List<Evidence> of(long signingId) {
        return log.of(signingId);
    }

    List<Evidence> ofDocument(long documentId) {
        return log.ofDocument(documentId);
    }

    /** PostgreSQL keeps neither NUL nor half of a character. */
    private static Map<String, String> storable(Map<String, String> facts, String documentSha256) {
        var storable = new TreeMap<String, String>();
        facts.forEach((name, value) -> storable.put(name, value.replaceAll("[\\x00\\p{Cs}]", "?")));
        storable.put("document_sha256", documentSha256);
        return storable;
    }
}
