package io.loanflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.platform.TemporaryFiles;
import io.loanflow.testing.Form;
import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is taken of what people hand in, and what is not. */
@LoanflowIT
@Tag("service")
class UploadIT {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long MOST_EXTRA = 64 * MEGABYTE;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private JdbcClient jdbc;

    private Http broker;
    private String path;

    @BeforeEach
    void makeAnApplication() {
        var lending = new Lending(context);
        path = "/api/applications/" + lending.aLoan().reference() + "/documents";
        broker = LogIn.api(port, lending.team().email("broker"));
    }

    /** More than sixty of them, in a heap that may not grow, beside a trap that nobody may call. */
    @Test
    void takesNothingHostileAndStoresNothingOfIt() throws Exception {
        var softly = new SoftAssertions();
        long before = contents();
        try (var trap = new Trap();
                var heap = new HeapWatch()) {
            var hostile = new HostileFiles(trap.address()).all().toList();
            assertThat(hostile).hasSizeGreaterThanOrEqualTo(60);
            for (var one : hostile) {
                var file = one.file().get();
                var answer = broker.post(path, form().file(one.name(), one.said(), file));
                softly.assertThat(answer.status() + " " + codes(answer))
                        .as("%s: %s", one, answer.text())
                        .isEqualTo(one.status() + " [" + one.code() + "]");
                softly.assertThat(answer.pointers()).as(one.what()).containsExactly("/file");
            }
            softly.assertThat(trap.calls()).as("calls of the trap").isZero();
        }
        softly.assertThat(stored()).isZero();
        softly.assertThat(contents()).isEqualTo(before);
        softly.assertThat(leftOver()).isEmpty();
        softly.assertAll();
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, a.pdf, application/pdf",
        "png, a.png, image/png",
        "jpeg, a.jpg, image/jpeg",
        "docx, a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx, a.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text, a.txt, text/plain",
        "text, statement.csv, text/plain",
    })
    void takesWhatIsWholeAndHarmless(String kind, String name, String type) throws Exception {
        var file = sample(kind);

        var answer = broker.post(path, form().file(name, "", file));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("content_type").asText()).isEqualTo(type);
        assertThat(answer.json().path("file_name").asText()).isEqualTo(name);
        var download = broker.download(answer.header("Location") + "/content", BodyHandlers.ofByteArray());
        assertThat(download.body()).isEqualTo(file);
        assertThat(leftOver()).isEmpty();
    }

    static Stream<Supplier<byte[]>> unusualButFine() {
        return Stream.of(
                () -> Samples.join(Samples.pdf(), new byte[3000]),
                () -> Samples.replaced(Samples.pdf(), "\n", "\r\n").length > 0
                        ? Samples.pdf("% a comment")
                        : new byte[0],
                () -> Samples.join(Samples.pdf(), Samples.replaced(Samples.pdf(), "%PDF-1.7", "% again")),
                () -> Samples.pdf(
                        Samples.objectStream(Samples.bytes("5 0 <</Type/Annot/A<</S/URI/URI(https://a.example)>>>>"))),
                () -> Samples.pdf("5 0 obj (a text about /JavaScripting and /Launchpad) endobj"),
                () -> Samples.join(Samples.jpeg(), new byte[] {0, 0, 0}, Samples.jpeg()),
                () -> Samples.join(Samples.jpeg(), Samples.bytes("some words of a camera, SEFH and SEFT")),
                () -> Samples.jpegWith(
                        0xE1, Samples.bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF/></x:xmpmeta>")),
                () -> Samples.pngWith(Samples.chunk("tEXt", Samples.bytes("Software\0some <camera>"))),
                () -> Samples.zip(Samples.with(
                        Samples.document(),
                        "word/_rels/document.xml.rels",
                        Samples.relationship("hyperlink", "https://a.example", "External"))),
                () -> "\uFEFFname,amount\r\n\u00c5se,\t5\f\n".getBytes(StandardCharsets.UTF_8),
                () -> Samples.bytes("what is =cmd|' /C calc'!A0 and <script> in the middle of a text"));
    }

    @ParameterizedTest
    @MethodSource("unusualButFine")
    void takesWhatIsUnusualButFine(Supplier<byte[]> file) {
        assertThat(broker.post(path, form().file("a", "", file.get())).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bank statement.2024        | Bank statement.2024.pdf",
                "statement                  | statement.pdf",
                "STATEMENT.PDF              | STATEMENT.PDF",
                "invoice.exe.pdf            | invoice.exe.pdf",
                ".htaccess                  | htaccess.pdf",
                "a<b>:c?*.pdf               | a_b__c__.pdf",
                "  two   words .pdf.        | two words .pdf",
                "zero\u200Bwidth\uFEFF.pdf  | zerowidth.pdf",
                "e\u0301te\u0301.pdf        | \u00e9t\u00e9.pdf",
                "\u5951\u7d04\u66f8.pdf     | \u5951\u7d04\u66f8.pdf",
                "\u0627\u0644\u0639\u0642\u062f.pdf | \u0627\u0644\u0639\u0642\u062f.pdf",
            },
            maxCharsPerColumn = 400)
    void tidiesNamesUp(String given, String shown) {
        var answer = broker.post(path, form().file(given, "", Samples.pdf()));

        assertThat(answer.json().path("file_name").asText()).as(answer.text()).isEqualTo(shown);
    }

    @Test
    void shortensNamesAndKeepsTheirEnds() {
        var answer = broker.post(path, form().file("\uD83C\uDFE0".repeat(200) + ".pdf", "", Samples.pdf()));

        var name = answer.json().path("file_name").asText();
        assertThat(name).hasSizeLessThanOrEqualTo(255).endsWith("\uD83C\uDFE0.pdf");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var answer = broker.post(
                path,
                new Form()
                        .field("document_type", "love_letter")
                        .field("title", "x".repeat(201))
                        .field("description", "x".repeat(2001))
                        .field("shared", "perhaps")
                        .field("group", "admin")
                        .file("a.pdf", "", new byte[0]));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder("/document_type", "/title", "/description", "/shared", "/group", "/file");
        assertThat(codes(answer)).contains("empty", "one_of", "size", "unknown_field", "wrong_type");
    }

    @Test
    void refusesUploadsThatAreNoneOrUnclear() throws Exception {
        var pdf = Samples.pdf();
        assertThat(refused(form())).isEqualTo("400 [missing]");
        assertThat(refused(new Form().file("a.pdf", "", pdf))).isEqualTo("400 [not_null]");
        assertThat(refused(form().file("a.pdf", "", pdf).file("b.pdf", "", pdf)))
                .isEqualTo("400 [duplicate_field]");
        assertThat(refused(form().field("file", "%PDF-1.7"))).isEqualTo("400 [missing]");
        assertThat(refused(form().field("title", "a").field("title", "b").file("a.pdf", "", pdf)))
                .isEqualTo("400 [duplicate_field]");
        assertThat(refused(form().file("a.pdf", "", pdf).file("title", "b.txt", "", 1, () -> stream(1))))
                .isEqualTo("400 [wrong_type]");
        assertThat(refused(form().field("title", "a\0b").file("a.pdf", "", pdf)))
                .isEqualTo("400 [illegal_character]");
        assertThat(refused(form().field("title", "x".repeat(70_000)).file("a.pdf", "", pdf)))
                .isEqualTo("400 [illegal_value]");
        assertThat(refused(form().raw("--BOUNDARY\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n")))
                .isIn("400 [malformed_upload]", "400 [missing]");
        var many = form();
        for (int i = 0; i < 50; i++) {
            many.field("f" + i, "x");
        }
        assertThat(refused(many)).isEqualTo("400 [too_many_parts]");
        assertThat(codes(broker.post(path, "{\"document_type\": \"other\"}"))).containsExactly("wrong_kind");
        assertThat(broker.send("POST", path, "x", "multipart/form-data").status())
                .isEqualTo(415);
        assertThat(broker.send("POST", path, "x", "multipart/mixed; boundary=a").status())
                .isEqualTo(415);
        assertThat(broker.send("POST", path, "x", "multipart/form-data; boundary=a")
                        .status())
                .isEqualTo(400);
        assertThat(broker.send("POST", path, "", "application/json").status()).isEqualTo(415);
        assertThat(stored()).isZero();
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeHoweverItIsSent() throws Exception {
        var tooLarge = form().file("file", "a.pdf", "", 25 * MEGABYTE + 1, () -> stream(25 * MEGABYTE + 1));
        var farTooLarge = form().file("file", "a.pdf", "", 60 * MEGABYTE, () -> stream(60 * MEGABYTE));
        var tooLargeARest = form().field("title", "x".repeat((int) (27 * MEGABYTE)));

        assertThat(refused(tooLarge)).isEqualTo("413 [too_large]");
        assertThat(refused(farTooLarge)).isEqualTo("413 [too_large]");
        assertThat(refused(tooLargeARest)).isEqualTo("413 [too_large]");
        var inChunks = broker.postInChunks(path, tooLarge);
        assertThat(inChunks.status() + " " + codes(inChunks)).isEqualTo("413 [too_large]");
        assertThat(stored()).isZero();
        assertThat(leftOver()).isEmpty();
    }

    /**
     * The live objects of the whole JVM, client and server, are counted at each of many collections while 25 MB go up and
     * down. What is garbage does not count: it is not what a process needs.
     */
    @Test
    void streamsTheLargestFileUpAndDown() throws Exception {
        var form = form().file("file", "large.txt", "text/plain", 25 * MEGABYTE, () -> stream(25 * MEGABYTE));
        try (var heap = new HeapWatch()) {
            var answer = broker.post(path, form);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.json().path("size").asLong()).isEqualTo(25 * MEGABYTE);

            var file = Files.createTempFile("download", ".txt");
            var download = broker.download(answer.header("Location") + "/content", BodyHandlers.ofFile(file));
            assertThat(download.statusCode()).isEqualTo(200);
            try (var received = Files.newInputStream(file);
                    var sent = stream(25 * MEGABYTE)) {
                assertThat(sha256(received)).isEqualTo(sha256(sent));
            }
            Files.delete(file);
        }
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void theWatchOfTheHeapSeesWhatIsHeld() {
        assertThatThrownBy(() -> {
                    try (var heap = new HeapWatch()) {
                        var held = new byte[(int) (80 * MEGABYTE)];
                        while (heap.looks < 5) {
                            Thread.sleep(50);
                        }
                        assertThat(held).hasSizeGreaterThan(1);
                        java.lang.ref.Reference.reachabilityFence(held);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("to be less than");
    }

    private Form form() {
        return new Form().field("document_type", "other");
    }

    private String refused(Form form) {
        var answer = broker.post(path, form);
        return answer.status() + " " + codes(answer);
    }

    private static List<String> codes(Answer answer) {
        return answer.json().path("violations").findValuesAsText("code");
    }

    private static byte[] sample(String kind) {
        return Map.<String, Supplier<byte[]>>of(
                        "pdf", Samples::pdf,
                        "png", Samples::png,
                        "jpeg", Samples::jpeg,
                        "docx", Samples::docx,
                        "xlsx", Samples::xlsx,
                        "text", () -> Samples.bytes("name,amount\nAnn,5\n"))
                .get(kind)
                .get();
    }

    /** Text of a length, made while it is read. */
    private static InputStream stream(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'a' + (int) (left % 26) : -1;
            }

            @Override
            public int read(byte[] into, int offset, int count) {
                int done = 0;
                for (; done < count && left > 0; done++) {
                    into[offset + done] = (byte) read();
                }
                return done == 0 ? -1 : done;
            }
        };
    }

    private static String sha256(InputStream bytes) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private long stored() {
        return jdbc.sql("select count(*) from document where reference = :reference")
                .param("reference", path.split("/")[3])
                .query(Long.class)
                .single();
    }

    private long contents() {
        return jdbc.sql("select count(*) from content").query(Long.class).single();
    }

    /** Files of uploads that nobody has removed, ours and the server's; another JVM's go by themselves. */
    private List<Path> leftOver() throws Exception {
        var left = uploads();
        for (int i = 0; i < 50 && !left.isEmpty(); i++) {
            Thread.sleep(100);
            left = uploads();
        }
        return left;
    }

    private List<Path> uploads() throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : List.of(Path.of(System.getProperty("java.io.tmpdir")), serversFolder())) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.getFileName()
                                .toString()
                                .matches(TemporaryFiles.prefix() + ".*\\.(upload|content)|upload_.*\\.tmp"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private Path serversFolder() {
        var folder = (File) servlets.getAttribute(ServletContext.TEMPDIR);
        return folder.toPath();
    }

    /** An address that is in hostile files; it counts who calls. */
    private static final class Trap implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private volatile int calls;

        Trap() throws IOException {
            var thread = new Thread(this::count, "trap");
            thread.setDaemon(true);
            thread.start();
        }

        String address() {
            return "http://localhost:" + server.getLocalPort();
        }

        int calls() {
            return calls;
        }

        private void count() {
            while (!server.isClosed()) {
                try (var caller = server.accept()) {
                    calls++;
                } catch (IOException closed) {
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /** How much more is alive in the heap at any collection than before. */
    private static final class HeapWatch implements AutoCloseable {

        private final Thread watcher = new Thread(this::watch, "heap");
        private final long before = alive();
        private volatile boolean done;
        private volatile long most;
        private volatile int looks;

        HeapWatch() {
            watcher.start();
        }

        private void watch() {
            while (!done) {
                most = Math.max(most, alive());
                looks++;
                LockSupport.parkNanos(200_000_000);
            }
        }

        /** What the collector itself found alive; what others allocate before this thread goes on does not count. */
        private static long alive() {
            System.gc();
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                    .sum();
        }

        @Override
        public void close() throws InterruptedException {
            done = true;
            watcher.join();
            System.out.printf("[tests] heap: %d MB more alive, at %d looks%n", (most - before) / MEGABYTE, looks);
            assertThat(looks).isGreaterThan(3);
            assertThat(most - before).isLessThan(MOST_EXTRA);
        }
    }
}
