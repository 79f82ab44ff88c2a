package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** What the body of a request says that it is. */
public final class BodyType {

    private BodyType() {}

    /** @throws Problem 415 when it is said to be an upload but not how its parts are separated */
    static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")) {
            return false;
        }
        if (parsed(type).getParameter("boundary") == null) {
            throw unsupported(type);
        }
        return true;
    }

    /** @throws Problem 415 when it is not said to be JSON, or not in UTF-8 */
    public static void requireJson(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType());
        var parsed = parsed(type);
        var charset = parsed.getCharset();
        boolean json = parsed.getType().equals("application")
                && (parsed.getSubtype().equals("json") || parsed.getSubtype().endsWith("+json"))
                && parsed.isConcrete();
        if (!json || charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw unsupported(type);
        }
    }

    private static MediaType parsed(String type) {
        try {
            return MediaType.parseMediaType(type);
        } catch (IllegalArgumentException malformed) {
            throw unsupported(type);
        }
    }

    private static Problem unsupported(String type) {
        return Problem.of(
                415, "Unsupported Media Type", "The body is JSON in UTF-8 (application/json), not '" + type + "'.");
    }
}
