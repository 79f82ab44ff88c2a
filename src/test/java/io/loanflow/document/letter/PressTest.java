package io.loanflow.document.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is loaded from elsewhere, whatever a template says, and memory has a bound. */
@Tag("service")
class PressTest {

    @TempDir
    Path folder;

    private final AtomicInteger calls = new AtomicInteger();
    private ServerSocket trap;
    private String image;

    @BeforeEach
    void setTrap() throws IOException {
        trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> {
            while (!trap.isClosed()) {
                try (var call = trap.accept()) {
                    calls.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        Files.write(folder.resolve("secret.png"), bytes.toByteArray());
        Files.writeString(folder.resolve("secret.css"), "p:before { content: 'SECRET' }");
        image = "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @AfterEach
    void closeTrap() throws IOException {
        trap.close();
    }

    @Test
    void nothingIsLoadedFromTheNetworkOrFromFiles() throws Exception {
        var network = "//localhost:" + trap.getLocalPort() + "/";
        var files = folder.toUri().toString();
        for (var place : List.of("http:" + network, network, files, "jar:" + files + "x.jar!/", "")) {
            var printed = print(asking(place));
            assertThat(printed.images()).as(place).isZero();
            assertThat(printed.text()).as(place).contains("printed").doesNotContain("SECRET");
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void theTrapWouldNoticeACall() throws Exception {
        try (var call = new java.net.Socket(InetAddress.getLoopbackAddress(), trap.getLocalPort())) {
            assertThat(call.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void anImageInTheFileItselfIsPrinted() throws Exception {
        assertThat(print("<html><head><title>x</title></head><body><img alt='x' src='" + image + "'/></body></html>")
                        .images())
                .isEqualTo(1);
    }

    @Test
    void anUnknownFontIsPrintedInOurs() throws Exception {
        var printed =
                print("<html><head><title>x</title></head><body style='font-family: Wingdings'>王 Hello</body></html>");

        assertThat(printed.text()).contains("王 Hello");
        assertThat(printed.fonts()).isNotEmpty().allMatch(name -> name.contains("NotoSans") || name.contains("Droid"));
    }

    /** 2,080 repayments on 46 pages, in a JVM that has 160 MB for everything. */
    @Test
    void theLongestAgreementNeedsLittleMemory() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongLetter.class.getName(),
                        "1")
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output.lines().filter(line -> line.startsWith("bytes "))).hasSize(1);
    }

    @Test
    void theLongestAgreementHasEveryRepayment() {
        try (var letter = PdfFile.of("loan_agreement", Cases.rich(LongLetter.LONGEST))) {
            assertThat(letter.pages()).isGreaterThan(40);
            assertThat(letter.text(letter.pages() - 1, letter.pages())).contains(" $0.00 Total interest");
        }
    }

    /** A template that asks for something there in every way that there is. */
    private static String asking(String place) {
        return """
                <html><head><title>x</title><link rel='stylesheet' href='PLACEsecret.css'/>
                <style>@import url('PLACEsecret.css'); @font-face { font-family: x; src: url('PLACEx.ttf') }
                p { font-family: x; list-style-image: url(PLACEsecret.png); background: url(PLACEsecret.png) }</style></head>
                <body><p>printed</p><img alt='x' src='PLACEsecret.png'/><object data='PLACEsecret.png'>x</object></body></html>
                """.replace("PLACE", place);
    }

    private record Printed(String text, long images, List<String> fonts) {}

    private static Printed print(String html) throws Exception {
        var bytes = new ByteArrayOutputStream();
        new Press("p { margin: 0 }").print(Html.parse(html), bytes);
        try (var pdf = Loader.loadPDF(bytes.toByteArray())) {
            var resources = pdf.getPage(0).getResources();
            long images = StreamSupport.stream(resources.getXObjectNames().spliterator(), false)
                    .filter(resources::isImageXObject)
                    .count();
            var fonts = new ArrayList<String>();
            for (var name : resources.getFontNames()) {
                fonts.add(resources.getFont(name).getName());
            }
            return new Printed(new PDFTextStripper().getText(pdf), images, fonts);
        }
    }
}
