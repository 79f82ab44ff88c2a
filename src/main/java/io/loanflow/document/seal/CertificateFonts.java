package io.loanflow.document.seal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of the certificate, all of them brought along, and what to do with a letter that none of them has. */
final class CertificateFonts {

    private static final String HAND = "Kristi.ttf";

    private record Font(String family, String file, int weight) {}

    private static final List<Font> ALL = List.of(
            new Font("Noto Sans", "NotoSans-Regular.ttf", 400),
            new Font("Noto Sans", "NotoSans-Bold.ttf", 700),
            new Font("DejaVu Sans", "DejaVuSans.ttf", 400),
            new Font("DejaVu Sans", "DejaVuSans-Bold.ttf", 700),
            new Font("Droid Sans Fallback", "DroidSansFallback.ttf", 400),
            new Font("Noto Sans Italic", "NotoSans-Italic.ttf", 400),
            new Font("Kristi", HAND, 400));

    /** Fonts that have a letter in every weight in which it is printed. */
    private static final List<String> COVERING =
            List.of("NotoSans-Regular.ttf", "DejaVuSans.ttf", "DroidSansFallback.ttf");

    private CertificateFonts() {}

    static void add(PdfRendererBuilder builder) {
        ALL.forEach(
                font -> builder.useFont(() -> open(font.file()), font.family(), font.weight(), FontStyle.NORMAL, true));
    }

    /** The same text, with its number in place of a letter that no font has, and without characters that steer the others. */
    static String printable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !steers(point))
                .mapToObj(point -> Coverage.has(point) || Character.isWhitespace(point)
                        ? Character.toString(point)
                        : "[U+%04X]".formatted(point))
                .collect(Collectors.joining());
    }

    /** Whether the font that looks like handwriting has all these letters. */
    static boolean writesByHand(String name) {
        return name.codePoints().allMatch(Coverage::hasByHand);
    }

    private static boolean steers(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL && !Character.isWhitespace(point) || type == Character.FORMAT;
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(CertificateFonts.class.getResourceAsStream("/fonts/" + file), file);
    }

    /** Read once, when the first certificate is made. */
    private static final class Coverage {

        private static final List<CmapLookup> LETTERS =
                COVERING.stream().map(Coverage::letters).toList();

        private static final CmapLookup BY_HAND = letters(HAND);

        static boolean hasByHand(int codePoint) {
            return BY_HAND.getGlyphId(codePoint) != 0;
        }

        static boolean has(int codePoint) {
            return LETTERS.stream().anyMatch(letters -> letters.getGlyphId(codePoint) != 0);
        }

        private static CmapLookup letters(String file) {
            try (var font = open(file);
                    var parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
                return parsed.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
