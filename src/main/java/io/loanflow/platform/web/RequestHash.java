package io.loanflow.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a request asks for, as one hash: its path and its body. An upload is hashed part by part, because what separates the
 * parts is drawn anew each time it is sent; the parts are in files, and only pass through here.
 */
final class RequestHash {

    private RequestHash() {}

    static String of(HttpServletRequest request) throws IOException {
        var digest = sha256();
        digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        if (request instanceof RequestWithBody buffered) {
            digest.update(buffered.body());
        } else {
            addParts(request, digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One that cannot be read is refused by the call itself, so it is never remembered. */
    private static void addParts(HttpServletRequest request, MessageDigest digest) throws IOException {
        try {
            for (var part : request.getParts()) {
                add(part, digest);
            }
        } catch (IOException | ServletException | IllegalStateException unreadable) {
            digest.update((byte) 1);
        }
    }

    private static void add(Part part, MessageDigest digest) throws IOException {
        var about = part.getName() + "\0" + part.getSubmittedFileName() + "\0" + part.getContentType() + "\0"
                + part.getSize() + "\0";
        digest.update(about.getBytes(StandardCharsets.UTF_8));
        try (var bytes = part.getInputStream();
                var hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            bytes.transferTo(hashed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
