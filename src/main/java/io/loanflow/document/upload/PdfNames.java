package io.loanflow.document.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the names (in PDF's sense: {@code /JavaScript}) that matter here, however they are spelled: {@code /J#61vaScript} is
 * the same. Bytes are read once, in order, and nothing is remembered but what was found.
 */
final class PdfNames {

    private static final String DELIMITERS = "\0\t\n\f\r ()<>[]{}/%";
    private static final int LONGEST = 24;
    static final int MOST_PLACES = 50_000;

    private final Set<String> wanted;
    private final Map<String, List<Long>> found = new HashMap<>();
    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private long at;

    PdfNames(Set<String> wanted) {
        this.wanted = wanted;
    }

    boolean has(String one) {
        return found.containsKey(one);
    }

    /** Where a name ends, each time that it is there: at most {@link #MOST_PLACES} of them. */
    List<Long> places(String one) {
        return found.getOrDefault(one, List.of());
    }

    void read(InputStream bytes) throws IOException {
        var window = new byte[64 * 1024];
        for (int count = bytes.read(window); count >= 0; count = bytes.read(window)) {
            read(window, count);
        }
        end();
    }

    void read(byte[] bytes, int count) {
        for (int i = 0; i < count; i++, at++) {
            char next = (char) (bytes[i] & 0xff);
            if (DELIMITERS.indexOf(next) >= 0) {
                end();
                inName = next == '/';
            } else if (inName && name.length() <= 3 * LONGEST) {
                name.append(next);
            }
        }
    }

    /** What was begun is complete. */
    void end() {
        if (inName) {
            var plain = name.indexOf("#") < 0 ? name.toString() : unescaped(name);
            if (wanted.contains(plain)) {
                var places = found.computeIfAbsent(plain, first -> new ArrayList<>());
                if (places.size() < MOST_PLACES) {
                    places.add(at);
                }
            }
        }
        inName = false;
        name.setLength(0);
    }

    private static String unescaped(CharSequence escaped) {
        var plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            int high = i + 2 < escaped.length() ? Character.digit(escaped.charAt(i + 1), 16) : -1;
            int low = i + 2 < escaped.length() ? Character.digit(escaped.charAt(i + 2), 16) : -1;
            if (escaped.charAt(i) == '#' && high >= 0 && low >= 0) {
                plain.append((char) (high * 16 + low));
                i += 2;
            } else {
                plain.append(escaped.charAt(i));
            }
        }
        return plain.toString();
    }
}
