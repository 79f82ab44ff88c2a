package io.loanflow.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened while signatures were collected for one version of a document.
 *
 * @param signingId one run of collecting signatures
 * @param number counts from 1 in a signing
 * @param at whole microseconds
 * @param signerId whom it is about; null for the whole signing
 * @param payload facts as a JSON object of texts, exactly as it was hashed
 * @param previousHash of the row before; of the first row {@link EvidenceHash#beginning}
 * @param hash of everything above, 64 lower-case hexadecimal digits
 */
public record Evidence(
        long signingId,
        long documentId,
        int number,
        Kind kind,
        Instant at,
        @Nullable Long signerId,
        String payload,
        String previousHash,
        String hash) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    /** What can happen. */
    public enum Kind {
        STARTED,
        ASKED,
        OPENED,
        SIGNED,
        DECLINED,
        REMINDED,
        EXPIRED,
        VOIDED,
        COMPLETED;

        /** As it is stored and shown, {@code signed} say. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** What is known about it, by name; what is not known is absent. */
    public SortedMap<String, String> facts() {
        try {
            return JSON.readValue(payload, FACTS);
        } catch (JsonProcessingException changed) {
            return new TreeMap<>(Map.of());
        }
    }

    /** Whether the hash is that of the row as it is now. */
    public boolean intact() {
        return hash.equals(EvidenceHash.of(this));
    }

    static String json(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(facts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Evidence hashed() {
        return new Evidence(
                signingId, documentId, number, kind, at, signerId, payload, previousHash, EvidenceHash.of(this));
    }
}
