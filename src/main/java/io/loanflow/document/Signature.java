package io.loanflow.document;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.OneOf;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody puts under a document.
 *
 * @param kind {@code typed} or {@code drawn}
 * @param value the name as it was typed; or a drawing, see {@link Drawing}
 */
public record Signature(
        @NotNull @OneOf({Signature.TYPED, Signature.DRAWN}) String kind,
        @NotNull String value) {

    public static final String TYPED = "typed";
    public static final String DRAWN = "drawn";

    private static final int LONGEST_NAME = 200;

    /**
     * A signature that can be kept and printed.
     *
     * @param pointer where it stands in the request, {@code /signature} say
     * @throws Problem 400 that says what is wrong with it
     */
    public Signature require(String pointer) {
        fault().ifPresent(fault -> {
            throw Problem.badInput(List.of(fault.under(pointer)));
        });
        return this;
    }

    private Optional<Violation> fault() {
        return switch (kind) {
            case TYPED -> typed();
            case DRAWN -> Drawing.fault(value).map(why -> new Violation("/value", "not_a_signature", why));
            default -> Optional.of(new Violation("/kind", "unknown_value", "must be one of typed, drawn"));
        };
    }

    private Optional<Violation> typed() {
        return faultOfName(value).map(why -> new Violation("/value", "not_a_signature", why));
    }

    /** A sentence that says what is wrong with a name; empty when it is one. */
    static Optional<String> faultOfName(String name) {
        if (name.codePoints().noneMatch(Character::isLetter)) {
            return Optional.of("Type your name.");
        }
        if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Signature::isControl)) {
            return Optional.of(
                    "A name has at most " + LONGEST_NAME + " characters, and none that controls how others are shown.");
        }
        return Optional.empty();
    }

    /** The drawing, null when the name was typed or the drawing cannot be read. */
    public @Nullable Drawing drawing() {
        return kind.equals(DRAWN) ? Drawing.read(value).orElse(null) : null;
    }

    static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || codePoint >= 0x202A && codePoint <= 0x202E
                || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    /** Says of what kind it is and not what it looks like. */
    @Override
    public String toString() {
        return "a " + kind + " signature";
    }
}
