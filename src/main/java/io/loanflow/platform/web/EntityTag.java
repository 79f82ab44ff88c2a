package io.loanflow.platform.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags, RFC 9110. */
public final class EntityTag {

    private EntityTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Whether an {@code If-Match} header lets a change of this version through; absent lets everything through. */
    public static boolean matches(@Nullable String ifMatch, long version) {
        return ifMatch == null
                || Arrays.stream(ifMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
    }
}
