package io.loanflow.document.seal;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;

/** Prints the certificate of completion. */
final class CertificatePage {

    private static final Template TEMPLATE = template();

    private CertificatePage() {}

    static void print(Map<String, ?> certificate, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            render(TEMPLATE.execute(certificate), out);
        }
    }

    /** Nothing is fetched from anywhere: what the page shows is in it. */
    private static void render(String html, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder()
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:image/png;base64,"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B)
                .usePdfUaAccessibility(true)
                .withProducer("Loanflow")
                .withHtmlContent(html, null)
                .toStream(out);
        CertificateFonts.add(builder);
        builder.run();
    }

    private static Template template() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
        var name = "certificate.html";
        try (var text = new InputStreamReader(
                Objects.requireNonNull(CertificatePage.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).strictSections(true).compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
