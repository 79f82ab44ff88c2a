package io.loanflow.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the sealed bytes say about the evidence that they were sealed on.
 *
 * @param signatures how many rows are about a signature
 * @param rows how many rows there are
 * @param head hash of the last row
 */
public record SealStatement(long signingId, long signatures, int rows, String head) {

    private static final Pattern TEXT = Pattern.compile(
            "Signing (\\d{1,18}) is complete: (\\d{1,9}) signatures, (\\d{1,9}) rows of evidence, the last one ([0-9a-f]{64})");

    /** @throws IllegalArgumentException when there is no evidence */
    public static SealStatement of(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("Without evidence there is nothing to seal");
        }
        var last = evidence.get(evidence.size() - 1);
        return new SealStatement(last.signingId(), signatures(evidence), evidence.size(), last.hash());
    }

    static long signatures(List<Evidence> evidence) {
        return evidence.stream()
                .filter(row -> row.kind() == Evidence.Kind.SIGNED)
                .count();
    }

    /** Reads what {@link #text()} wrote. */
    public static Optional<SealStatement> read(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new SealStatement(
                        Long.parseLong(match.group(1)),
                        Long.parseLong(match.group(2)),
                        Integer.parseInt(match.group(3)),
                        match.group(4)))
                : Optional.empty();
    }

    /** One line of ASCII. */
    public String text() {
        return "Signing %d is complete: %d signatures, %d rows of evidence, the last one %s"
                .formatted(signingId, signatures, rows, head);
    }
}
