package io.loanflow.document.upload;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * Names of files, which are shown and never used as a path. What only deceives is refused: a path, control characters,
 * characters that turn the direction of writing. The rest is tidied up.
 */
final class FileNames {

    private static final int LONGEST = 255;
    private static final Pattern PATH = Pattern.compile("[/\\\\]|^\\.+$");
    private static final Pattern DECEIVING = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\uFFFD\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");
    private static final Pattern NOT_IN_WINDOWS = Pattern.compile("[<>:\"|?*]");
    private static final Tika TIKA = new Tika();

    private FileNames() {}

    /** The name as it is shown, before it is known what the file is. */
    static String clean(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw Refused.content("bad_name", "The file needs a name.");
        }
        if (PATH.matcher(given.strip()).find()) {
            throw Refused.content("bad_name", "A file name has no path: send the name alone.");
        }
        if (DECEIVING.matcher(given).find()) {
            throw Refused.content(
                    "bad_name", "A file name has no control characters and none that turn the direction of writing.");
        }
        var shown = INVISIBLE
                .matcher(Normalizer.normalize(given, Normalizer.Form.NFC))
                .replaceAll("");
        shown = NOT_IN_WINDOWS
                .matcher(shown)
                .replaceAll("_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return shown.isEmpty() ? "file" : shown;
    }

    /**
     * The name with an extension that fits.
     *
     * @throws io.loanflow.platform.Problem 415 when its extension belongs to another kind of file
     */
    static String fitting(String name, Kind kind) {
        var extension = extension(name);
        if (!extension.isEmpty() && kind.hasExtension(extension)) {
            return shortened(
                    name.substring(0, name.length() - extension.length() - 1),
                    name.substring(name.length() - extension.length()));
        }
        if (!extension.isEmpty() && !TIKA.detect(name).equals("application/octet-stream")) {
            throw Refused.kind(
                    "mismatch", "The file is called ." + extension + ", but what is in it is " + kind.type() + ".");
        }
        return shortened(name, kind.extension());
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Never half of a character that Java counts as two. */
    private static String shortened(String stem, String extension) {
        int room = LONGEST - 1 - extension.length();
        int end = Math.min(stem.length(), room);
        if (end < stem.length() && Character.isHighSurrogate(stem.charAt(end - 1))) {
            end--;
        }
        return stem.substring(0, end) + "." + extension;
    }
}
