package io.loanflow.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** An upload as a browser sends it: fields and files, read only while they are sent. */
public final class Form {

    private record Piece(Supplier<InputStream> bytes, long length) {}

    private final String boundary = "----form" + UUID.randomUUID();
    private final List<Piece> pieces = new ArrayList<>();

    public Form field(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        return this;
    }

    /** @param type what is said that it is; empty for nothing */
    public Form file(String fileName, String type, byte[] bytes) {
        return file("file", fileName, type, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    public Form file(String field, String fileName, String type, long length, Supplier<InputStream> bytes) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n");
        pieces.add(new Piece(bytes, length));
        text("\r\n");
        return this;
    }

    /** Whatever somebody might send between the parts. */
    public Form raw(String text) {
        text(text.replace("BOUNDARY", boundary));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    long length() {
        return pieces.stream().mapToLong(Piece::length).sum() + end().length;
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofInputStream(() -> {
            var all = new ArrayList<InputStream>();
            pieces.forEach(piece -> all.add(piece.bytes().get()));
            all.add(new ByteArrayInputStream(end()));
            return new SequenceInputStream(Collections.enumeration(all));
        });
    }

    private byte[] end() {
        return ("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private void text(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        pieces.add(new Piece(() -> new ByteArrayInputStream(bytes), bytes.length));
    }
}
