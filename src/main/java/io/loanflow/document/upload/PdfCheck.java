package io.loanflow.document.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** A PDF is looked at as bytes, from end to end, and never interpreted. */
final class PdfCheck {

    private static final int HEAD = 1024;
    private static final int TAIL = 64;
    private static final Pattern BEGINNING = Pattern.compile("^%PDF-[12]\\.\\d");
    private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,12})\\s*$");
    private static final Pattern TABLE = Pattern.compile("^\\s*(xref|\\d+\\s+\\d+\\s+obj)");

    /** What does something, or brings something along that was not looked at. */
    private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch", "EmbeddedFile", "RichMedia", "XFA");

    private static final Set<String> STRUCTURE = Set.of("Root", "Encrypt", "ObjStm");

    private PdfCheck() {}

    static void check(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            checkBeginning(Slices.text(file, 0, HEAD));
            checkEnd(file, PdfEnds.last(file));
            checkNames(path, file);
        }
    }

    private static void checkBeginning(String head) {
        if (!BEGINNING.matcher(head).find()) {
            throw Refused.polyglot("before the PDF something else begins");
        }
        if (Needles.in(head.getBytes(StandardCharsets.ISO_8859_1), Needles.MARKUP)
                .isPresent()) {
            throw Refused.polyglot("there is a web page at the beginning of the PDF");
        }
    }

    /** The end says where the table of everything begins; without it nothing can be found. */
    private static void checkEnd(RandomAccessFile file, long end) throws IOException {
        var start = START.matcher(Slices.text(file, Math.max(0, end - TAIL), (int) Math.min(TAIL, end)));
        if (!start.find()) {
            throw Refused.truncated();
        }
        long table = Long.parseLong(start.group(1));
        if (table >= end) {
            throw Refused.truncated();
        }
        if (table == 0 || !TABLE.matcher(Slices.text(file, table, TAIL)).find()) {
            throw Refused.corrupt("its table of contents is not where it should be");
        }
    }

    private static void checkNames(Path path, RandomAccessFile file) throws IOException {
        var wanted = new java.util.HashSet<>(ACTIVE);
        wanted.addAll(STRUCTURE);
        var names = new PdfNames(wanted);
        try (var bytes = new BufferedInputStream(Files.newInputStream(path))) {
            names.read(bytes);
        }
        if (names.has("Encrypt")) {
            throw Refused.content("encrypted", "The PDF is encrypted. Send it without password and restrictions.");
        }
        if (!names.has("Root")) {
            throw Refused.corrupt("it does not say where its pages are");
        }
        refuseActive(names);
        var inside = new PdfNames(ACTIVE);
        PdfObjectStreams.read(file, names.places("ObjStm"), inside);
        refuseActive(inside);
    }

    private static void refuseActive(PdfNames names) {
        ACTIVE.stream().filter(names::has).findFirst().ifPresent(name -> {
            throw Refused.content(
                    "active_content",
                    "The PDF does more than show pages (" + name + "). Print it to a new PDF and send that.");
        });
    }
}
