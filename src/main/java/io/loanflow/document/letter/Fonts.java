package io.loanflow.document.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that letters are printed with. They come with the application; those of the machine are never looked at. */
final class Fonts {

    /** One after the last character that any of them has. */
    private static final int PLAIN = 400;

    private static final int BOLD = 700;

    private static final Font SANS = new Font("NotoSans-Regular.ttf", "Noto Sans", PLAIN, FontStyle.NORMAL);
    private static final Font SANS_BOLD = new Font("NotoSans-Bold.ttf", "Noto Sans", BOLD, FontStyle.NORMAL);
    private static final Font SANS_ITALIC = new Font("NotoSans-Italic.ttf", "Noto Sans", PLAIN, FontStyle.ITALIC);
    private static final Font WIDE = new Font("DejaVuSans.ttf", "DejaVu Sans", PLAIN, FontStyle.NORMAL);
    private static final Font WIDE_BOLD = new Font("DejaVuSans-Bold.ttf", "DejaVu Sans", BOLD, FontStyle.NORMAL);
    private static final Font HAN = new Font("DroidSansFallback.ttf", "Droid Sans Fallback", PLAIN, FontStyle.NORMAL);

    private static final List<Font> ALL = List.of(SANS, SANS_BOLD, SANS_ITALIC, WIDE, WIDE_BOLD, HAN);

    /** What a character is looked for in, one after the other, in each style. */
    private static final List<List<Font>> CHAINS =
            List.of(List.of(SANS, WIDE, HAN), List.of(SANS_BOLD, WIDE_BOLD, HAN), List.of(SANS_ITALIC, WIDE, HAN));

    private Fonts() {}

    private record Font(String file, String family, int weight, FontStyle style) {

        InputStream open() {
            var stream = Fonts.class.getResourceAsStream("/fonts/" + file);
            if (stream == null) {
                throw new IllegalStateException("The font " + file + " is missing");
            }
            return stream;
        }

        /** Letter by letter: ligatures would take as long as all the rest, and be text that nobody finds. */
        TrueTypeFont read() {
            try {
                var font = new TTFParser().parse(new RandomAccessReadBuffer(open()));
                font.setEnableGsub(false);
                return font;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        CmapLookup characters() {
            try (var font = read()) {
                return font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The fonts of one document, each read when its first letter is drawn, to be closed once the document is written. */
    static final class Case implements AutoCloseable {

        private final List<TrueTypeFont> open = new ArrayList<>();
        private final PDDocument pdf;

        Case(PDDocument pdf) {
            this.pdf = pdf;
        }

        /** A family that is none of ours is printed in ours. */
        void offerTo(PdfRendererBuilder builder) {
            ALL.forEach(font -> builder.useFont(new Embedded(font), font.family(), font.weight(), font.style(), true));
            CHAINS.get(0)
                    .forEach(font -> builder.useFont(
                            font::open,
                            font.family(),
                            font.weight(),
                            font.style(),
                            true,
                            EnumSet.of(FSFontUseCase.FALLBACK_FINAL)));
        }

        @Override
        public void close() throws IOException {
            for (var font : open) {
                font.close();
            }
        }

        private final class Embedded extends PDFontSupplier {

            private final Font font;

            Embedded(Font font) {
                super(null);
                this.font = font;
            }

            @Override
            public PDFont supply() {
                try {
                    var read = font.read();
                    open.add(read);
                    return PDType0Font.load(pdf, read, true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Whether the character can be printed in every style. */
    static boolean print(int codePoint) {
        return Known.CHAINS.stream()
                .allMatch(chain -> chain.stream().anyMatch(font -> font.getGlyphId(codePoint) != 0));
    }

    /** Read once, when the first letter is printed. */
    private static final class Known {

        static final List<List<CmapLookup>> CHAINS = read();

        private static List<List<CmapLookup>> read() {
            var read = new HashMap<Font, CmapLookup>();
            return Fonts.CHAINS.stream()
                    .map(chain -> chain.stream()
                            .map(font -> read.computeIfAbsent(font, Font::characters))
                            .toList())
                    .toList();
        }
    }
}
