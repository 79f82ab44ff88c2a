package io.loanflow.platform.web;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags, RFC 9110. */
public final class EntityTag {

    private EntityTag() {}

    /** For an answer that shows nothing but what the version counts. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * For an answer that also shows what changes without a new version, as who has claimed a task: whoever asks whether it is
     * the same as before must not be told so only because the version is.
     */
    public static String of(long version, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return "\"%d-%08x\"".formatted(version, sum.getValue());
    }

    /** Whether an {@code If-Match} header lets a change of this version through; absent lets everything through. */
    public static boolean matches(@Nullable String ifMatch, long version) {
        return ifMatch == null
                || Arrays.stream(ifMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*")
                                || tag.equals(of(version))
                                || tag.matches("\"" + version + "-[0-9a-f]{8}\""));
    }
}
