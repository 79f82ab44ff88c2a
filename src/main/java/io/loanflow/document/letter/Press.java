package io.loanflow.document.letter;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * Prints HTML as PDF/A-3 that is tagged for screen readers (PDF/UA): fonts and colour profile inside, text selectable. Nothing
 * is loaded but the letters' own style sheet, from no file and no network.
 */
final class Press {

    private static final String SCHEME = "letters";
    private static final String STYLE = SCHEME + ":" + TemplateFiles.STYLE;
    /** So many documents are printed at a time, whoever asks: a long one takes about 120 MB. */
    private static final Semaphore PRESSES = new Semaphore(2, true);

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // it would log addresses and texts of letters
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final byte[] style;
    private final FSDefaultCacheStore metrics = new FSDefaultCacheStore();

    Press(String style) {
        this.style = style.getBytes(StandardCharsets.UTF_8);
    }

    /** What the layout takes is free again before the file is written. */
    void print(Document html, OutputStream out) throws IOException {
        PRESSES.acquireUninterruptibly();
        try (var pdf = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                var fonts = new Fonts.Case(pdf)) {
            draw(html, pdf, fonts);
            pdf.save(out);
        } finally {
            PRESSES.release();
        }
    }

    private void draw(Document html, PDDocument pdf, Fonts.Case fonts) throws IOException {
        var builder = new PdfRendererBuilder()
                .withW3cDocument(html, SCHEME + ":")
                .usePDDocument(pdf)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .withProducer("Loanflow")
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .defaultTextDirection(TextDirection.LTR);
        closeDoors(builder);
        fonts.offerTo(builder);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    /** A resource may be asked for by the name that it was resolved to before. */
    private void closeDoors(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> resolved(uri))
                .useProtocolsStreamImplementation(uri -> new Style(style), SCHEME)
                .useExternalResourceAccessControl(
                        Press::isOurs, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        Press::isOurs, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    }

    private static @Nullable String resolved(String uri) {
        return isStyle(uri) ? STYLE : isImageWithin(uri) ? uri : null;
    }

    private static boolean isOurs(String uri, ExternalResourceType type) {
        return isStyle(uri) && type == ExternalResourceType.CSS
                || isImageWithin(uri) && type == ExternalResourceType.IMAGE_RASTER;
    }

    private static boolean isStyle(String uri) {
        return TemplateFiles.STYLE.equals(uri) || STYLE.equals(uri);
    }

    /** An image whose bytes stand in the template itself. */
    private static boolean isImageWithin(String uri) {
        return uri.startsWith("data:image/");
    }

    private record Style(byte[] css) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(css);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
