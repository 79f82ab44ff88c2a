package io.loanflow.document.upload;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** ClamAV's daemon, by its command INSTREAM. */
final class ClamdScanner implements VirusScanner {

    private static final int LONGEST_ANSWER = 1024;
    private static final Pattern FOUND = Pattern.compile("stream: .+ FOUND");

    private final ScannerSocket scanner;

    ClamdScanner(ScannerSocket scanner) {
        this.scanner = scanner;
    }

    @Override
    public void scan(Path file) {
        scanner.talk(socket -> {
            send(file, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
            var answer = answer(socket.getInputStream());
            if (FOUND.matcher(answer).matches()) {
                throw Infected.problem();
            }
            if (!answer.equals("stream: OK")) {
                throw new IOException("'" + answer.replaceAll("[^ -~]", "?") + "'");
            }
        });
    }

    private static void send(Path file, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var piece = new byte[64 * 1024];
        try (var in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                out.writeInt(count);
                out.write(piece, 0, count);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    /** Up to the zero byte that ends it. */
    private static String answer(InputStream in) throws IOException {
        var answer = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            answer.append((char) next);
            if (answer.length() > LONGEST_ANSWER) {
                throw new IOException("an answer without end");
            }
        }
        return answer.toString().strip();
    }
}
