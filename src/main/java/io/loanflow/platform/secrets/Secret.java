package io.loanflow.platform.secrets;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.loanflow.platform.input.Digits;

/**
 * A number that only few may see. Whoever writes it, as JSON or into a log, writes the mask; the number itself has to be
 * asked for by name. Spaces and dashes that people type for readability do not count.
 */
@JsonDeserialize(using = SecretReader.class)
public final class Secret {

    private final String plain;

    private Secret(String plain) {
        this.plain = plain;
    }

    public static Secret of(String typed) {
        return new Secret(Digits.of(typed));
    }

    /** The number itself. */
    public String reveal() {
        return plain;
    }

    @JsonValue
    public String mask() {
        return Secrets.mask(plain);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.plain.equals(plain);
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }

    @Override
    public String toString() {
        return mask();
    }
}
