package io.loanflow.document.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds texts in bytes, one window at a time. Case is ignored, and so are zero bytes: in UTF-16 every other byte of a text is
 * one.
 */
final class Needles {

    /** What makes a page that runs code out of bytes that are shown as one. */
    static final List<String> MARKUP =
            List.of("<script", "<html", "<!doctype html", "<iframe", "<?php", "<object", "<embed");

    private static final int WINDOW = 64 * 1024;
    private static final int LONGEST = 32;

    private Needles() {}

    static Optional<String> in(byte[] bytes, List<String> needles) {
        var text = text(bytes, bytes.length);
        return needles.stream().filter(text::contains).findFirst();
    }

    static Optional<String> in(InputStream bytes, List<String> needles) throws IOException {
        var before = "";
        var window = new byte[WINDOW];
        for (int count = bytes.readNBytes(window, 0, WINDOW); count > 0; count = bytes.readNBytes(window, 0, WINDOW)) {
            var text = before + text(window, count);
            var found = needles.stream().filter(text::contains).findFirst();
            if (found.isPresent()) {
                return found;
            }
            before = text.substring(Math.max(0, text.length() - LONGEST));
        }
        return Optional.empty();
    }

    private static String text(byte[] bytes, int count) {
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toLowerCase(Locale.ROOT);
    }
}
