package io.loanflow.document.seal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Appends the certificate's pages to a PDF as an incremental update, with an empty place for the signature. Runs as a
 * process of its own, see {@link BinderProcess}: a PDF that people uploaded can be made to break whoever parses it.
 *
 * <p>Ends with 0 and the byte range of the signature on the standard output, or with {@link #REFUSED} and the reason.
 */
final class Binder {

    static final int REFUSED = 64;

    /** Room for the signature, its certificates and a time stamp, in bytes. */
    static final int SIGNATURE_ROOM = 24 * 1024;

    static final int MOST_PAGES = 2_000;
    static final int MOST_OBJECTS = 300_000;

    private Binder() {}

    public static void main(String[] arguments) {
        endAtTheLatestAfter(Duration.ofMinutes(2));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            out.println(bind(BinderOrder.of(arguments)));
        } catch (BinderRefusal refused) {
            out.println(refused.getMessage());
            System.exit(REFUSED);
        } catch (IOException | RuntimeException broken) {
            out.println("it cannot be read as a PDF: " + broken);
            System.exit(REFUSED);
        }
    }

    /** Whoever started this process may be gone, and nobody else would end it. */
    private static void endAtTheLatestAfter(Duration limit) {
        var end = new Thread(() -> {
            try {
                Thread.sleep(limit.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(REFUSED);
        });
        end.setDaemon(true);
        end.start();
    }

    /** A tree of tags that cannot be added to is left as it is. */
    static String bind(BinderOrder order) throws IOException, BinderRefusal {
        try {
            return bind(order, true);
        } catch (IOException | RuntimeException notToBeTagged) {
            return bind(order, false);
        }
    }

    private static String bind(BinderOrder order, boolean tagged) throws IOException, BinderRefusal {
        int pages;
        try (var original = open(order.original());
                var certificate = open(order.certificate());
                var out = new BufferedOutputStream(Files.newOutputStream(order.bound()))) {
            OriginalRules.check(original);
            pages = original.getNumberOfPages() + certificate.getNumberOfPages();
            append(original, certificate, tagged);
            if (OriginalRules.mayHoldAttachments(original)) {
                new Attachment(original).attach(order.evidence(), order.at());
            }
            reserve(original, order);
            original.saveIncrementalForExternalSigning(out).setSignature(new byte[0]);
        }
        return checked(order.bound(), pages);
    }

    private static void append(PDDocument original, PDDocument certificate, boolean tagged) throws IOException {
        if (tagged && original.getDocumentCatalog().getStructureTreeRoot() != null) {
            new Appendix(original).appendTagged(certificate);
        } else {
            new Appendix(original).append(certificate);
        }
    }

    private static PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBufferedFile(file.toFile()));
    }

    private static void reserve(PDDocument original, BinderOrder order) throws IOException {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setName(order.signer());
        signature.setReason(order.reason());
        signature.setSignDate(calendar(order.at()));
        try (var options = new SignatureOptions()) {
            options.setPreferredSignatureSize(SIGNATURE_ROOM);
            original.addSignature(signature, options);
        }
    }

    private static Calendar calendar(Instant at) {
        var calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTime(Date.from(at));
        return calendar;
    }

    /** Reads what was written, as anybody will who opens it. */
    private static String checked(Path bound, int pages) throws IOException, BinderRefusal {
        try (var result = open(bound)) {
            var signature = result.getLastSignatureDictionary();
            if (result.getNumberOfPages() != pages || signature == null) {
                throw new BinderRefusal("its pages cannot be added to");
            }
            var range = signature.getByteRange();
            return "%d %d %d %d".formatted(range[0], range[1], range[2], range[3]);
        }
    }
}
