package io.loanflow.document.letter;

import io.loanflow.document.Material;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Documents a second of one core: the loan agreement of 20 pages from its template, against drawing the same lines on as many
 * pages with the bare PDF library, as it comes and with its search for ligatures off, as the template has it. All of them in
 * turn in one run, in time of the processor, because machines differ and are busy; the median of the rounds counts.
 */
public final class LetterBenchmark {

    private static final String TWENTY_PAGES = "{\"loan_term\": 164, \"repayment_frequency\": \"weekly\"}";
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 8;

    private LetterBenchmark() {}

    private interface Work {
        void run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        var material = Cases.rich(TWENTY_PAGES);
        var pages = lines(material);
        var works = new LinkedHashMap<String, Work>();
        works.put(
                "template to PDF/A-3a and PDF/UA",
                () -> PdfFile.SHIPPED.print("loan_agreement", material).close());
        works.put("bare library", () -> draw(pages, true, OutputStream.nullOutputStream()));
        works.put("bare library, no ligatures", () -> draw(pages, false, OutputStream.nullOutputStream()));
        works.put("template to HTML alone", () -> PdfFile.SHIPPED.missing("loan_agreement", material));
        var times = new LinkedHashMap<String, List<Double>>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (var work : works.entrySet()) {
                var seconds = seconds(work.getValue());
                if (round >= 0) {
                    times.computeIfAbsent(work.getKey(), name -> new ArrayList<>())
                            .add(seconds);
                }
            }
        }
        int count = pages.stream().mapToInt(List::size).sum();
        System.out.printf("%d pages, %d lines, median of %d rounds%n", pages.size(), count, ROUNDS);
        times.forEach((name, all) -> System.out.printf(
                "%-32s %6.2f documents a second, %5.0f ms%n", name, 1 / median(all), 1000 * median(all)));
    }

    private static double seconds(Work work) throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        work.run();
        return (clock.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** What stands on each page of the agreement. */
    private static List<List<String>> lines(Material material) throws IOException {
        try (var letter = PdfFile.SHIPPED.print("loan_agreement", material);
                var bytes = letter.open();
                var pdf = Loader.loadPDF(bytes.readAllBytes())) {
            var pages = new ArrayList<List<String>>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(Arrays.stream(stripper.getText(pdf).split("\\R")).toList());
            }
            return pages;
        }
    }

    private static void draw(List<List<String>> pages, boolean ligatures, OutputStream out) throws IOException {
        try (var pdf = new PDDocument();
                var file = LetterBenchmark.class.getResourceAsStream("/fonts/NotoSans-Regular.ttf");
                var read = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            read.setEnableGsub(ligatures);
            var font = PDType0Font.load(pdf, read, true);
            for (var lines : pages) {
                draw(lines, pdf, font);
            }
            pdf.save(out);
        }
    }

    private static void draw(List<String> lines, PDDocument pdf, PDFont font) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(font, 8);
            content.setLeading(12);
            content.newLineAtOffset(56, 780);
            for (var line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
