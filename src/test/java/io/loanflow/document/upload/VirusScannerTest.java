package io.loanflow.document.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.document.Upload;
import io.loanflow.platform.Problem;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scanners over real sockets: only a clear "clean" lets a file through. */
@Tag("fast")
@Timeout(60)
class VirusScannerTest {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    @Test
    void asksNobodyWhenNoneIsConfigured() {
        assertThatCode(() -> ScannerConfiguration.of("", LONG).scan(Path.of("absent")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "clamd:localhost", "localhost:3310", "clamd://", "clamd://a b"})
    void startsWithNoAddressThatNobodyHas(String address) {
        assertThatThrownBy(() -> ScannerConfiguration.of(address, LONG)).isInstanceOf(ScannerProblem.class);
    }

    @Test
    void saysAtTheStartWhatToDoAboutTheAddress() {
        var analysis = new ScannerProblemAnalyzer().analyze(new ScannerProblem("http://a"));

        assertThat(analysis.getDescription()).contains("http://a");
        assertThat(analysis.getAction()).contains("LOANFLOW_DOCUMENTS_SCANNER").contains("clamd://host:3310");
    }

    @Test
    void nothingIsTakenThatTheScannerDoesNotLetThrough() throws Exception {
        try (var clamd = new Scanner(VirusScannerTest::clamd)) {
            var check = new CheckedContent(ScannerConfiguration.of("clamd://localhost:" + clamd.port(), LONG));

            assertThat(check.check(new Upload("a.txt", null, file("clean"))).contentType())
                    .isEqualTo("text/plain");
            var infected = catchThrowableOfType(
                    Problem.class, () -> check.check(new Upload("a.txt", "text/plain", file(EICAR))));
            assertThat(infected.violations().get(0).code()).isEqualTo("infected");
        }
    }

    @Test
    void clamdFindsAndLetsThrough() throws Exception {
        try (var clamd = new Scanner(VirusScannerTest::clamd)) {
            var scanner = ScannerConfiguration.of("clamd://localhost:" + clamd.port(), LONG);

            assertThatCode(() -> scanner.scan(file("clean"))).doesNotThrowAnyException();
            assertThatCode(() -> scanner.scan(file("x".repeat(300_000)))).doesNotThrowAnyException();
            assertThat(refusal(scanner, EICAR)).isEqualTo("422 infected");
            assertThat(refusal(scanner, "x".repeat(200_000) + EICAR)).isEqualTo("422 infected");
        }
    }

    @Test
    void icapFindsAndLetsThrough() throws Exception {
        try (var icap = new Scanner(VirusScannerTest::icap)) {
            var scanner = ScannerConfiguration.of("icap://localhost:" + icap.port() + "/avscan", LONG);

            assertThatCode(() -> scanner.scan(file("clean"))).doesNotThrowAnyException();
            assertThatCode(() -> scanner.scan(file("x".repeat(300_000)))).doesNotThrowAnyException();
            assertThat(refusal(scanner, EICAR)).isEqualTo("422 infected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd://localhost:", "icap://localhost:"})
    void nothingPassesWhileTheScannerIsDown(String address) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(refusal(ScannerConfiguration.of(address + port, LONG), "clean"))
                .isEqualTo("503 scanner_unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stream: OK and more\0",
                "stream: OK FOUN\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "UNKNOWN COMMAND\0",
                "\0",
                "",
                "HTTP/1.1 200 OK\r\n\r\n",
            })
    void nothingPassesOnOtherAnswersOfClamd(String answer) throws Exception {
        try (var clamd = new Scanner(socket -> answer(socket, answer))) {
            assertThat(refusal(ScannerConfiguration.of("clamd://localhost:" + clamd.port(), LONG), "clean"))
                    .isEqualTo("503 scanner_unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ICAP/1.0 404 ICAP Service not found\r\n\r\n",
                "ICAP/1.0 500 Server error\r\n\r\n",
                "ICAP/1.0 2040 OK\r\n\r\n",
                "ICAP/1.0 200 OK\r\nEncapsulated: res-hdr=0, res-body=19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "ICAP/1.0 204 No Content",
                "",
                "\r\n",
            })
    void nothingPassesOnOtherAnswersOfIcap(String answer) throws Exception {
        try (var icap = new Scanner(socket -> answer(socket, answer))) {
            assertThat(refusal(ScannerConfiguration.of("icap://localhost:" + icap.port() + "/a", LONG), "clean"))
                    .isEqualTo("503 scanner_unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd://localhost:", "icap://localhost:"})
    void nothingPassesAScannerThatHangs(String address) throws Exception {
        try (var hanging =
                new Scanner(socket -> socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()))) {
            assertThat(refusal(ScannerConfiguration.of(address + hanging.port(), SHORT), "clean"))
                    .isEqualTo("503 scanner_unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd://localhost:", "icap://localhost:"})
    void nothingPassesAScannerThatNeverReads(String address) throws Exception {
        var never = new CompletableFuture<Void>();
        try (var deaf = new Scanner(socket -> never.join())) {
            assertThat(refusal(ScannerConfiguration.of(address + deaf.port(), SHORT), "x".repeat(20_000_000)))
                    .isEqualTo("503 scanner_unavailable");
        } finally {
            never.complete(null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd://localhost:", "icap://localhost:"})
    void nothingPassesAScannerThatTalksWithoutEnd(String address) throws Exception {
        try (var talking = new Scanner(socket -> {
            while (true) {
                socket.getOutputStream().write("blah".repeat(1000).getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            assertThat(refusal(ScannerConfiguration.of(address + talking.port(), LONG), "clean"))
                    .isEqualTo("503 scanner_unavailable");
        }
    }

    private String refusal(VirusScanner scanner, String content) throws IOException {
        var file = file(content);
        var refused = catchThrowableOfType(Problem.class, () -> scanner.scan(file));
        return refused.status() + " " + refused.violations().get(0).code();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("upload"), content);
    }

    private static void answer(Socket socket, String answer) throws IOException {
        socket.getInputStream().read(new byte[100]);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        socket.shutdownOutput();
        socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    }

    /** As clamd does: lengths and pieces up to a length of nothing. */
    private static void clamd(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        var file = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        var answer = !command.equals("zINSTREAM\0")
                ? "UNKNOWN COMMAND"
                : file.indexOf(EICAR) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    /** As ICAP servers do: two headers, then chunks up to one of nothing; the offsets have to be right. */
    private static void icap(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var header = header(in);
        var request = header(in);
        var response = header(in);
        var file = new StringBuilder();
        for (int length = chunk(in); length > 0; length = chunk(in)) {
            file.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            in.readNBytes(2);
        }
        boolean right = header.startsWith("RESPMOD icap://localhost")
                && header.contains("Allow: 204")
                && header.contains("req-hdr=0, res-hdr=" + request.length() + ", res-body="
                        + (request.length() + response.length()))
                && response.contains("Content-Length: " + file.length());
        var answer = !right
                ? "ICAP/1.0 400 Bad request\r\n\r\n"
                : file.indexOf(EICAR) < 0
                        ? "ICAP/1.0 204 No modifications needed\r\nServer: test\r\n\r\n"
                        : "ICAP/1.0 200 OK\r\nX-Infection-Found: Type=0; Threat=EICAR;\r\nEncapsulated: res-hdr=0, null-body=28"
                                + "\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String header(DataInputStream in) throws IOException {
        var header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            header.append((char) in.readUnsignedByte());
        }
        return header.toString();
    }

    private static int chunk(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            line.append((char) in.readUnsignedByte());
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    /** A scanner that serves one caller after the other. */
    private static final class Scanner implements AutoCloseable {

        interface Service {

            void serve(Socket socket) throws IOException;
        }

        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Scanner(Service service) throws IOException {
            var thread = new Thread(() -> serve(service), "scanner");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        private void serve(Service service) {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    service.serve(socket);
                } catch (IOException gone) {
                    // the caller has hung up, as some tests want it
                }
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
