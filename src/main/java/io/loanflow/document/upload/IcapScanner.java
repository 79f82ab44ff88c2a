package io.loanflow.document.upload;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Any scanner behind ICAP (RFC 3507), by RESPMOD: the file is shown to it as if a server had answered it. It has to know
 * {@code Allow: 204}, which says "unchanged"; whatever else it answers is no permission.
 */
final class IcapScanner implements VirusScanner {

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 100;
    private static final String REQUEST = "GET /upload HTTP/1.1\r\nHost: loanflow\r\n\r\n";
    private static final Pattern CLEAN = Pattern.compile("ICAP/1\\.\\d 204\\b.*");
    private static final Pattern CHANGED = Pattern.compile("ICAP/1\\.\\d 200\\b.*");
    private static final Pattern FOUND = Pattern.compile(
            "(x-infection-found|x-virus-id|x-virus-name|x-violations-found):.*|http/1\\.\\d 4\\d\\d\\b.*");

    private final URI service;
    private final ScannerSocket scanner;

    IcapScanner(URI service, ScannerSocket scanner) {
        this.service = service;
        this.scanner = scanner;
    }

    @Override
    public void scan(Path file) {
        scanner.talk(socket -> {
            var unsent = send(file, socket);
            var lines = answer(new BufferedInputStream(socket.getInputStream()));
            boolean found = CHANGED.matcher(lines.get(0)).matches()
                    && lines.stream()
                            .anyMatch(line ->
                                    FOUND.matcher(line.toLowerCase(Locale.ROOT)).matches());
            if (found) {
                throw Infected.problem();
            }
            if (unsent || !CLEAN.matcher(lines.get(0)).matches()) {
                throw new IOException("'" + lines.get(0).replaceAll("[^ -~]", "?") + "'");
            }
        });
    }

    /** @return true when the other side had enough before everything was sent; it may have said why */
    private boolean send(Path file, Socket socket) throws IOException {
        try {
            write(file, new BufferedOutputStream(socket.getOutputStream()));
            return false;
        } catch (IOException e) {
            if (socket.isClosed()) {
                throw e;
            }
            return true;
        }
    }

    private void write(Path file, OutputStream out) throws IOException {
        var response = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: "
                + Files.size(file) + "\r\n\r\n";
        out.write(ascii("RESPMOD " + service + " ICAP/1.0\r\nHost: " + service.getHost()
                + "\r\nAllow: 204\r\nConnection: close\r\nEncapsulated: req-hdr=0, res-hdr=" + REQUEST.length()
                + ", res-body=" + (REQUEST.length() + response.length()) + "\r\n\r\n" + REQUEST + response));
        var piece = new byte[64 * 1024];
        try (var in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                out.write(ascii(Integer.toHexString(count) + "\r\n"));
                out.write(piece, 0, count);
                out.write(ascii("\r\n"));
            }
        }
        out.write(ascii("0\r\n\r\n"));
        out.flush();
    }

    /** The lines of the ICAP header, and of what is in it when the file was changed. */
    private static List<String> answer(InputStream in) throws IOException {
        var lines = new ArrayList<>(header(in));
        if (CHANGED.matcher(lines.get(0)).matches()) {
            lines.addAll(header(in));
        }
        return lines;
    }

    private static List<String> header(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
            if (lines.size() > MOST_LINES) {
                throw new IOException("an answer without end");
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("an empty answer");
        }
        return lines;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("half an answer");
            }
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new IOException("a line without end");
            }
        }
        return line.toString().strip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
