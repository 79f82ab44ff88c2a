package io.loanflow.document.web;

import io.loanflow.document.Evidence;
import io.loanflow.document.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the signing of a document stands.
 *
 * @param status of the document
 */
record SigningResource(
        String status,
        @Nullable String reason,
        @Nullable Instant startedAt,
        @Nullable Instant expiresAt,
        List<Party> signers,
        List<Row> evidence) {

    /** @param state {@code waiting}, {@code asked}, {@code signed} or {@code declined} */
    record Party(
            long id,
            String name,
            String role,
            int order,
            String state,
            @Nullable Instant signedAt) {

        static Party of(Signer signer) {
            return new Party(
                    signer.id(), signer.name(), signer.role(), signer.order(), signer.state(), signer.signedAt());
        }
    }

    /** @param facts what is known about it; only for those who work with the application */
    record Row(
            int number,
            String kind,
            Instant at,
            @Nullable Long signerId,
            @Nullable Map<String, String> facts,
            String previousHash,
            String hash) {

        static Row of(Evidence evidence, boolean whole) {
            return new Row(
                    evidence.number(),
                    evidence.kind().text(),
                    evidence.at(),
                    evidence.signerId(),
                    whole ? evidence.facts() : null,
                    evidence.previousHash(),
                    evidence.hash());
        }
    }
}
