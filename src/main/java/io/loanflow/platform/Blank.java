package io.loanflow.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that say nothing: whoever reads one sees an empty place, whatever is in it. They count as absent at every door. */
public final class Blank {

    /** Spaces, controls and formats; then what else Unicode lets nobody see: joiners, fillers, variation selectors, tags. */
    private static final Pattern NOTHING = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}"
            + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
            + "\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}]*");

    private Blank() {}

    /** Whether nobody would see anything. */
    public static boolean is(String text) {
        return NOTHING.matcher(text).matches();
    }

    /** A value as text; null when it is absent or blank. */
    public static @Nullable String toNull(@Nullable Object value) {
        return value == null || is(value.toString()) ? null : value.toString();
    }
}
