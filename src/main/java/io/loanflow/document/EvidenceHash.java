package io.loanflow.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How evidence is hashed: SHA-256 of lines in UTF-8, each ended by a line feed but the last. Only the last one, the
 * payload, holds text that people enter, so two different rows never have the same lines.
 */
final class EvidenceHash {

    private static final String FORM = "loanflow-evidence-1";

    private EvidenceHash() {}

    /** What the first row of a signing holds as the hash before it. */
    static String beginning(long signingId, long documentId, String documentSha256) {
        return sha256(String.join("\n", FORM, "" + signingId, "" + documentId, documentSha256));
    }

    static String of(Evidence row) {
        return sha256(String.join(
                "\n",
                FORM,
                "" + row.signingId(),
                "" + row.documentId(),
                "" + row.number(),
                row.kind().text(),
                row.at().toString(),
                row.signerId() == null ? "" : "" + row.signerId(),
                row.previousHash(),
                row.payload()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
