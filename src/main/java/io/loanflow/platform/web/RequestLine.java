package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads method, path and query of a request as strictly as everything behind it relies on. */
final class RequestLine {

    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]");

    private RequestLine() {}

    /** @throws Problem 405 for a method that nothing here has, 400 naming what is wrong with path or query */
    static void check(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            throw Problem.of(405, "Method Not Allowed", "There is no method '" + request.getMethod() + "' here.");
        }
        checkPath(request.getRequestURI());
        if (request.getQueryString() != null) {
            var violations = new ArrayList<Violation>();
            for (var pair : request.getQueryString().split("&", -1)) {
                checkPair(pair.split("=", 2), violations);
            }
            if (!violations.isEmpty()) {
                throw Problem.badInput(violations);
            }
        }
    }

    /** Filters go by the path as it was written: it has one spelling, so that none of them can be passed by. */
    private static void checkPath(String path) {
        var disguised = ENCODED.matcher(path)
                .results()
                .map(RequestLine::character)
                .filter(letter -> PLAIN.matcher(letter).matches())
                .findFirst();
        if (disguised.isPresent()) {
            throw Problem.badInput(
                    "", "encoded_path", "Write '" + disguised.get() + "' in the path as it is, not percent-encoded.");
        }
    }

    private static String character(MatchResult encoded) {
        return String.valueOf((char) Integer.parseInt(encoded.group(1), 16));
    }

    private static void checkPair(String[] pair, List<Violation> violations) {
        var name = decoded(pair[0]);
        var value = pair.length < 2 ? "" : decoded(pair[1]);
        var pointer = "/" + (name == null ? "" : name.replace("\0", ""));
        if (name == null || value == null) {
            violations.add(new Violation(
                    pointer, "malformed_query", "The query is not well-formed: it is percent-encoded UTF-8."));
        } else if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
            violations.add(
                    new Violation(pointer, "illegal_character", "A text holds neither NUL nor half a character."));
        }
    }

    /** Null when it is not percent-encoded UTF-8. */
    private static @Nullable String decoded(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.write(text.charAt(i));
            } else if (ENCODED.matcher(text).region(i, text.length()).lookingAt()) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                return null;
            }
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
