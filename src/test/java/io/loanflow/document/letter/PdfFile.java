package io.loanflow.document.letter;

import io.loanflow.document.Letters;
import io.loanflow.document.Material;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed letter read back. */
final class PdfFile implements AutoCloseable {

    /** The letters as they are shipped. */
    static final Letters SHIPPED = new LetterPress(TemplateFiles.in(Path.of("forms", "letters")));

    final PDDocument pdf;

    private PdfFile(PDDocument pdf) {
        this.pdf = pdf;
    }

    static PdfFile of(String type, Material material) {
        return of(SHIPPED, type, material);
    }

    static PdfFile of(Letters letters, String type, Material material) {
        try (var letter = letters.print(type, material)) {
            return new PdfFile(Loader.loadPDF(bytes(letter.open())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it on one line, as somebody reads it. */
    String text() {
        return text(1, pages());
    }

    String text(int from, int to) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One by one, in the order in which they are drawn. */
    List<TextPosition> characters() {
        var characters = new ArrayList<TextPosition>();
        try {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition character) {
                    characters.add(character);
                }
            }.getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return characters;
    }

    int pages() {
        return pdf.getNumberOfPages();
    }

    List<PDFont> fonts() {
        var fonts = new ArrayList<PDFont>();
        for (var page : pdf.getPages()) {
            fonts.addAll(fonts(page.getResources()));
        }
        return fonts;
    }

    private static List<PDFont> fonts(PDResources resources) {
        return StreamSupport.stream(resources.getFontNames().spliterator(), false)
                .map(name -> {
                    try {
                        return resources.getFont(name);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    @Override
    public void close() {
        try {
            pdf.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }
}
