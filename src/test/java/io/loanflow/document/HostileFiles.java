package io.loanflow.document;

import static io.loanflow.document.Samples.PDF;
import static io.loanflow.document.Samples.bytes;
import static io.loanflow.document.Samples.chunk;
import static io.loanflow.document.Samples.deflatedZeros;
import static io.loanflow.document.Samples.document;
import static io.loanflow.document.Samples.docx;
import static io.loanflow.document.Samples.docxOfZeros;
import static io.loanflow.document.Samples.join;
import static io.loanflow.document.Samples.jpeg;
import static io.loanflow.document.Samples.jpegWith;
import static io.loanflow.document.Samples.objectStream;
import static io.loanflow.document.Samples.packedStream;
import static io.loanflow.document.Samples.pdf;
import static io.loanflow.document.Samples.png;
import static io.loanflow.document.Samples.pngOfSize;
import static io.loanflow.document.Samples.pngWith;
import static io.loanflow.document.Samples.relationship;
import static io.loanflow.document.Samples.replaced;
import static io.loanflow.document.Samples.types;
import static io.loanflow.document.Samples.with;
import static io.loanflow.document.Samples.without;
import static io.loanflow.document.Samples.workbook;
import static io.loanflow.document.Samples.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Files that are broken, deceive, or harm, each with the answer to it. */
public final class HostileFiles {

    private static final String HTML = "<html><script>alert(document.domain)</script></html>";
    private static final String WORD_XML = "word/document.xml";

    private final String trap;

    /** @param trap an address that no file may make anybody call */
    public HostileFiles(String trap) {
        this.trap = trap;
    }

    /** @param said the media type that it is said to be; empty for none */
    public record Hostile(String what, String name, String said, Supplier<byte[]> file, int status, String code) {

        @Override
        public String toString() {
            return what;
        }
    }

    public Stream<Hostile> all() {
        return Stream.of(
                        broken(),
                        otherKinds(),
                        contradictions(),
                        names(),
                        polyglots(),
                        secrets(),
                        active(),
                        office(),
                        bombs())
                .flatMap(rows -> rows);
    }

    private static Stream<Hostile> broken() {
        var eof = "%%EOF";
        return Stream.of(
                content("an empty file", "a.pdf", () -> new byte[0], "empty"),
                content("a PDF's first line", "a.pdf", () -> bytes("%PDF-1.7\n"), "truncated"),
                content("a PDF without its end mark", "a.pdf", () -> without(pdf(), 6), "truncated"),
                content("half a PDF", "a.pdf", () -> without(pdf(), pdf().length / 2), "truncated"),
                content(
                        "a PDF cut within a later saving",
                        "a.pdf",
                        () -> join(pdf(), bytes("9 0 obj <</A 1>>")),
                        "truncated"),
                content(
                        "a PDF without startxref",
                        "a.pdf",
                        () -> replaced(pdf(), "startxref", "startyref"),
                        "truncated"),
                content(
                        "a PDF whose table lies behind it",
                        "a.pdf",
                        () -> replaced(pdf(), "startxref\n", "startxref\n99"),
                        "truncated"),
                content(
                        "a PDF whose table is nowhere",
                        "a.pdf",
                        () -> replaced(pdf(), "xref\n0 1", "xxxx\n0 1"),
                        "corrupt"),
                content("a PDF whose table is at 0", "a.pdf", () -> bytes("%PDF-1.4\nstartxref\n0\n" + eof), "corrupt"),
                content("a PDF without pages", "a.pdf", () -> replaced(pdf(), "/Root", "/Roof"), "corrupt"),
                content(
                        "a PDF of a thousand ends",
                        "a.pdf",
                        () -> join(pdf(), bytes((eof + "\n").repeat(2000))),
                        "corrupt"),
                content("a PNG cut in its picture", "a.png", () -> without(png(), 20), "truncated"),
                content("a PNG without its end", "a.png", () -> without(png(), 12), "truncated"),
                content("a PNG with a wrong check sum", "a.png", () -> replaced(png(), "IDAT", "IDAT\1"), "corrupt"),
                content(
                        "a PNG without a picture",
                        "a.png",
                        () -> join(java.util.Arrays.copyOf(png(), 33), chunk("IEND", new byte[0])),
                        "corrupt"),
                content(
                        "a PNG that begins in the middle",
                        "a.png",
                        () -> join(java.util.Arrays.copyOf(png(), 8), chunk("IDAT", new byte[9]), png()),
                        "corrupt"),
                content("a JPEG without its end", "a.jpg", () -> without(jpeg(), 2), "truncated"),
                content("half a JPEG", "a.jpg", () -> without(jpeg(), jpeg().length / 2), "truncated"),
                content(
                        "a JPEG without a picture",
                        "a.jpg",
                        () -> new byte[] {-1, -40, -1, -32, 0, 4, 0, 0, -1, -39},
                        "corrupt"),
                content(
                        "a JPEG of noise",
                        "a.jpg",
                        () -> join(new byte[] {-1, -40, -1, -32, 0, 2}, bytes("noise noise")),
                        "corrupt"),
                content("a DOCX without its directory", "a.docx", () -> without(docx(), 200), "truncated"),
                content("half a DOCX", "a.docx", () -> without(docx(), docx().length / 2), "truncated"),
                content("a DOCX with a damaged part", "a.docx", HostileFiles::damagedPart, "corrupt"),
                content("a DOCX whose directory lies elsewhere", "a.docx", () -> patched(docx(), -6, 0), "corrupt"));
    }

    private static Stream<Hostile> otherKinds() {
        return Stream.of(
                kind(
                        "a Windows program",
                        "a.pdf",
                        () -> join(bytes("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff"), new byte[500])),
                kind("a Linux program", "a.pdf", () -> join(bytes("\u007fELF\2\1\1\0"), new byte[500])),
                kind("a web page", "a.txt", () -> bytes("<!DOCTYPE html>" + HTML)),
                kind("a web page that is called a PDF", "a.pdf", () -> bytes(HTML)),
                kind("a web page behind blanks", "a.txt", () -> bytes(" ".repeat(70_000) + HTML)),
                kind(
                        "a picture with a script",
                        "a.png",
                        () -> bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")),
                kind(
                        "XML",
                        "a.txt",
                        () -> bytes(
                                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>")),
                kind(
                        "a GIF",
                        "a.png",
                        () -> bytes("GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;")),
                kind("a GIF that is a Java program too", "a.png", () -> join(bytes("GIF89a\1\0\1\0\0\0\0;"), docx())),
                kind("a ZIP archive", "a.docx", () -> zip(with(new LinkedHashMap<>(), "readme.txt", bytes("hello")))),
                kind(
                        "a Java program",
                        "a.docx",
                        () -> zip(with(new LinkedHashMap<>(), "META-INF/MANIFEST.MF", bytes("Main-Class: A")))),
                kind(
                        "an OpenDocument text",
                        "a.docx",
                        () -> zip(with(
                                new LinkedHashMap<>(), "mimetype", bytes("application/vnd.oasis.opendocument.text")))),
                kind(
                        "a presentation",
                        "a.docx",
                        () -> zip(
                                with(
                                        document(),
                                        "[Content_Types].xml",
                                        types(
                                                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")))),
                kind("a shell script", "a.txt", () -> bytes("#!/bin/sh\nrm -rf /\n")),
                kind("rich text", "a.txt", () -> bytes("{\\rtf1\\ansi{\\object\\objautlink}}")),
                kind("PostScript", "a.pdf", () -> bytes("%!PS-Adobe-3.0\n(%pipe%id) (w) file\n")),
                kind(
                        "a DOC of Word 97",
                        "a.doc",
                        () -> join(bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), new byte[1000])),
                kind("a film", "a.jpg", () -> join(bytes("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"), new byte[100])),
                kind("noise", "a.pdf", () -> bytes("\1\2\3\4\5\u0090\u0091\u0092\u0093".repeat(50))),
                kind("text in UTF-16", "a.txt", () -> "\uFEFFsome text".getBytes(StandardCharsets.UTF_16LE)),
                kind("text in Latin-1", "a.txt", () -> bytes("Caf\u00e9, d\u00e9j\u00e0 vu, na\u00efve\n".repeat(20))),
                kind("text with a NUL in it", "a.txt", () -> bytes("name,amount\n".repeat(9000) + "\0\n")),
                kind(
                        "text that commands a terminal",
                        "a.txt",
                        () -> bytes("name,amount\n".repeat(9000) + "\u001b]0;x\7\n")));
    }

    private static Stream<Hostile> contradictions() {
        return Stream.of(
                mismatch("a PDF that is called a program", "invoice.exe", "", Samples::pdf),
                mismatch("a PDF that is called a program behind PDF", "invoice.pdf.exe", PDF, Samples::pdf),
                mismatch("a PDF that is called a web page", "invoice.html", "", Samples::pdf),
                mismatch("a PDF that is said to be a web page", "a.pdf", "text/html", Samples::pdf),
                mismatch("a PDF that is said to be nonsense", "a.pdf", "<script>", Samples::pdf),
                mismatch("a PNG that is called JPEG", "a.jpg", "image/png", Samples::png),
                mismatch("text that is called a web page", "a.htm", "text/plain", () -> bytes("harmless")),
                mismatch("text that is called a script", "a.js", "", () -> bytes("harmless")),
                mismatch("text that is called a PDF", "a.pdf", PDF, () -> bytes("harmless")),
                mismatch("a document that is called one with macros", "a.docm", "", Samples::docx));
    }

    private static Stream<Hostile> names() {
        return Stream.of(
                content("a name with a path", "../../etc/passwd.pdf", Samples::pdf, "bad_name"),
                content("a name with a root", "/etc/cron.d/a.pdf", Samples::pdf, "bad_name"),
                content("a name with a path of Windows", "..\\..\\windows\\a.pdf", Samples::pdf, "bad_name"),
                content("a name that is a folder", "..", Samples::pdf, "bad_name"),
                content("a name with NUL", "a.pdf\0.exe", Samples::pdf, "bad_name"),
                content("a name with a tab", "a\tb.pdf", Samples::pdf, "bad_name"),
                content("a name that is written backwards", "invoice\u202Efdp.exe.pdf", Samples::pdf, "bad_name"),
                content("a name with an isolate", "a\u2066b.pdf", Samples::pdf, "bad_name"),
                content("a name of a line separator", "a\u2028b.pdf", Samples::pdf, "bad_name"),
                content("a name of blanks", "   ", Samples::pdf, "bad_name"));
    }

    private static Stream<Hostile> polyglots() {
        return Stream.of(
                content("noise before a PDF", "a.pdf", () -> join(bytes("\n\n\n"), pdf()), "polyglot"),
                content("a PDF with a ZIP behind it", "a.pdf", () -> join(pdf(), docx()), "polyglot"),
                content("a PDF with a web page behind it", "a.pdf", () -> join(pdf(), bytes(HTML)), "polyglot"),
                content(
                        "a PDF with a web page between two ends",
                        "a.pdf",
                        () -> join(pdf(), bytes(HTML), pdf()),
                        "polyglot"),
                content("a PDF with a web page at its beginning", "a.pdf", () -> pdf("% " + HTML), "polyglot"),
                content(
                        "a PDF with a ZIP in it",
                        "a.pdf",
                        () -> pdf(join(bytes("8 0 obj <<>> stream\n"), docx(), bytes("\nendstream endobj"))),
                        "polyglot"),
                content("a PNG with a ZIP behind it", "a.png", () -> join(png(), docx()), "polyglot"),
                content(
                        "a PNG with a web page in it",
                        "a.png",
                        () -> pngWith(chunk("tEXt", bytes("Comment\0" + HTML))),
                        "polyglot"),
                content(
                        "a PNG with a program in it",
                        "a.png",
                        () -> pngWith(chunk("tEXt", bytes("Comment\0<?php system($_GET[0]); ?>"))),
                        "polyglot"),
                content("a PNG with a ZIP in it", "a.png", () -> pngWith(chunk("prVt", docx())), "polyglot"),
                content("a JPEG with a ZIP behind it", "a.jpg", () -> join(jpeg(), docx()), "polyglot"),
                content(
                        "a JPEG with a program behind it",
                        "a.jpg",
                        () -> join(jpeg(), bytes("MZ program")),
                        "polyglot"),
                content("a JPEG with a web page in it", "a.jpg", () -> jpegWith(0xFE, bytes("*/" + HTML)), "polyglot"),
                content(
                        "a JPEG with a PHP program in it",
                        "a.jpg",
                        () -> jpegWith(0xE1, bytes("<?PHP phpinfo();")),
                        "polyglot"),
                content("a JPEG with a PDF behind it", "a.jpg", () -> join(jpeg(), pdf()), "polyglot"),
                content("a JPEG with a ZIP in it", "a.jpg", () -> jpegWith(0xFE, docx()), "polyglot"),
                content(
                        "a DOCX with a program behind it",
                        "a.docx",
                        () -> join(docx(), bytes("MZ program")),
                        "polyglot"),
                content("text with a ZIP behind it", "a.txt", () -> join(bytes("text\n"), docx()), "wrong_kind", 415));
    }

    private static Stream<Hostile> secrets() {
        return Stream.of(
                content(
                        "an encrypted PDF",
                        "a.pdf",
                        () -> replaced(pdf(), "/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R"),
                        "encrypted"),
                content(
                        "an encrypted PDF that hides it",
                        "a.pdf",
                        () -> replaced(pdf(), "/Root 1 0 R", "/Root 1 0 R /#45ncr#79pt 9 0 R"),
                        "encrypted"),
                content(
                        "an Office file with a password",
                        "a.docx",
                        () -> join(
                                bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
                                new byte[900_000],
                                "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE)),
                        "encrypted"),
                content("a DOCX with encrypted parts", "a.docx", () -> flagged(docx()), "encrypted"));
    }

    private Stream<Hostile> active() {
        return Stream.of(
                content(
                        "a PDF with a script",
                        "a.pdf",
                        () -> pdf("5 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj"),
                        "active_content"),
                content(
                        "a PDF with a script that hides",
                        "a.pdf",
                        () -> pdf("5 0 obj <</S /J#61va#53cript /JS 6 0 R>> endobj"),
                        "active_content"),
                content(
                        "a PDF with a compressed script",
                        "a.pdf",
                        () -> pdf(objectStream(bytes("5 0 <</S/JavaScript/JS(x)>>"))),
                        "active_content"),
                content(
                        "a PDF that starts a program",
                        "a.pdf",
                        () -> pdf("5 0 obj <</S /Launch /F (cmd.exe)>> endobj"),
                        "active_content"),
                content(
                        "a PDF with a file in it",
                        "a.pdf",
                        () -> pdf("5 0 obj <</Type /EmbeddedFile>> stream\nMZ\nendstream endobj"),
                        "active_content"),
                content(
                        "a PDF with a form of scripts",
                        "a.pdf",
                        () -> pdf("5 0 obj <</AcroForm <</XFA 6 0 R>>>> endobj"),
                        "active_content"),
                content(
                        "a PDF with a film",
                        "a.pdf",
                        () -> pdf("5 0 obj <</Subtype/RichMedia>> endobj"),
                        "active_content"),
                content(
                        "a PDF that packs its objects strangely",
                        "a.pdf",
                        () -> replaced(pdf(objectStream(bytes("5 0 <<>>"))), "/FlateDecode", "/LZWDecode  "),
                        "unreadable"),
                content("a PDF with damaged objects", "a.pdf", () -> pdf(packedStream(bytes("nonsense"))), "corrupt"));
    }

    private Stream<Hostile> office() {
        var xxe = "<!DOCTYPE a [<!ENTITY b SYSTEM '" + trap + "'>]><a>&b;</a>";
        var laughs = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><l>&b;</l>";
        return Stream.of(
                content(
                        "a DOCX with macros",
                        "a.docx",
                        () -> zip(with(document(), "word/vbaProject.bin", bytes("x"))),
                        "macros"),
                content(
                        "a DOCX with macros elsewhere",
                        "a.docx",
                        () -> zip(with(document(), "custom/VBAPROJECT.BIN", bytes("x"))),
                        "macros"),
                content(
                        "a DOCM that is called DOCX",
                        "a.docx",
                        () -> zip(with(
                                document(),
                                "[Content_Types].xml",
                                types("application/vnd.ms-word.document.macroEnabled.main+xml"))),
                        "macros"),
                content(
                        "an XLSX with old macros",
                        "a.xlsx",
                        () -> zip(with(workbook(), "xl/macrosheets/sheet1.xml", bytes("<x/>"))),
                        "macros"),
                content(
                        "a DOCX with a control",
                        "a.docx",
                        () -> zip(with(document(), "word/activeX/activeX1.xml", bytes("<x/>"))),
                        "macros"),
                content(
                        "a DOCX with a template of elsewhere",
                        "a.docx",
                        () -> zip(with(
                                document(),
                                "word/_rels/settings.xml.rels",
                                relationship("attachedTemplate", trap + "/t.dotm", "External"))),
                        "external_links"),
                content(
                        "a DOCX with a picture of elsewhere",
                        "a.docx",
                        () -> zip(with(
                                document(),
                                "word/_rels/document.xml.rels",
                                relationship("image", "file://///10.0.0.1/share/a.png", "External"))),
                        "external_links"),
                content(
                        "a DOCX with an object of elsewhere",
                        "a.docx",
                        () -> zip(with(
                                document(),
                                "word/_rels/document.xml.rels",
                                relationship("oleObject", "mhtml:" + trap + "!x", "external"))),
                        "external_links"),
                content(
                        "an XLSX with another workbook's values",
                        "a.xlsx",
                        () -> zip(with(workbook(), "xl/externalLinks/externalLink1.xml", bytes("<x/>"))),
                        "external_links"),
                content(
                        "a DOCX with a program in it",
                        "a.docx",
                        () -> zip(with(document(), "word/embeddings/oleObject1.bin", bytes("MZ"))),
                        "active_content"),
                content(
                        "a DOCX with an entity",
                        "a.docx",
                        () -> zip(with(document(), WORD_XML, bytes(xxe))),
                        "xml_entities"),
                content(
                        "a DOCX with an entity in its links",
                        "a.docx",
                        () -> zip(with(document(), "_rels/.rels", bytes(xxe))),
                        "xml_entities"),
                content(
                        "a DOCX with entities in its types",
                        "a.docx",
                        () -> zip(with(document(), "[Content_Types].xml", bytes(laughs))),
                        "xml_entities"),
                content(
                        "a DOCX with an entity in UTF-16",
                        "a.docx",
                        () -> zip(with(document(), WORD_XML, xxe.getBytes(StandardCharsets.UTF_16))),
                        "xml_entities"),
                content(
                        "a DOCX with an entity far down",
                        "a.docx",
                        () -> zip(with(document(), WORD_XML, bytes("<!-- " + "x".repeat(200_000) + " -->" + xxe))),
                        "xml_entities"),
                content(
                        "a DOCX with broken XML",
                        "a.docx",
                        () -> zip(with(document(), "_rels/.rels", bytes("<Relationships><a>"))),
                        "corrupt"),
                content(
                        "a DOCX with a path in it",
                        "a.docx",
                        () -> zip(with(document(), "../../evil.xml", bytes("<x/>"))),
                        "corrupt"),
                content(
                        "a DOCX with a part twice",
                        "a.docx",
                        () -> zip(with(document(), "WORD/document.xml", bytes("<x/>"))),
                        "corrupt"),
                content("a DOCX with a part of two names", "a.docx", HostileFiles::twoNames, "corrupt"));
    }

    private static Stream<Hostile> bombs() {
        return Stream.of(
                content("a DOCX of 150 MB of nothing", "a.docx", () -> docxOfZeros(150), "zip_bomb"),
                content("a DOCX that is larger than it says", "a.docx", HostileFiles::lie, "corrupt"),
                content("a DOCX whose parts are one", "a.docx", HostileFiles::overlapping, "zip_bomb"),
                content("a DOCX of too many parts", "a.docx", HostileFiles::manyParts, "zip_bomb"),
                content("a PDF of 40 MB of nothing", "a.pdf", () -> pdf(packedStream(deflatedZeros(40))), "zip_bomb"),
                content("a PNG of too many points", "a.png", () -> pngOfSize(100_000, 100_000), "too_many_pixels"),
                content("a PNG of points without end", "a.png", () -> pngOfSize(-1, -1), "too_many_pixels"),
                content("a PNG without width", "a.png", () -> pngOfSize(0, 5), "corrupt"),
                content("a JPEG of too many points", "a.jpg", HostileFiles::hugeJpeg, "too_many_pixels"));
    }

    private static Hostile content(String what, String name, Supplier<byte[]> file, String code) {
        return content(what, name, file, code, 422);
    }

    private static Hostile content(String what, String name, Supplier<byte[]> file, String code, int status) {
        return new Hostile(what, name, "", file, status, code);
    }

    private static Hostile kind(String what, String name, Supplier<byte[]> file) {
        return content(what, name, file, "wrong_kind", 415);
    }

    private static Hostile mismatch(String what, String name, String said, Supplier<byte[]> file) {
        return new Hostile(what, name, said, file, 415, "mismatch");
    }

    /** @param at from the end when negative */
    private static byte[] patched(byte[] bytes, int at, int value) {
        var patched = bytes.clone();
        ByteBuffer.wrap(patched).order(ByteOrder.LITTLE_ENDIAN).putInt(at < 0 ? patched.length + at : at, value);
        return patched;
    }

    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    private static byte[] flagged(byte[] zip) {
        var flagged = zip.clone();
        flagged[directory(zip) + 8] |= 1;
        return flagged;
    }

    private static byte[] damagedPart() {
        var zip = docx();
        zip[60] ^= 0x55;
        zip[61] ^= 0x55;
        return zip;
    }

    private static byte[] twoNames() {
        var zip = docx();
        zip[35] ^= 0x01;
        return zip;
    }

    private static byte[] lie() {
        var zip = zip(with(document(), WORD_XML, new byte[900_000]));
        for (int at = directory(zip); at < zip.length - 46; at++) {
            if (ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 24) == 900_000) {
                return patched(zip, at + 24, 1_000);
            }
        }
        throw new AssertionError("no such part");
    }

    /** All entries of the directory point to the first one's bytes. */
    private static byte[] overlapping() {
        var zip = docx();
        int second = directory(zip) + 46 + "[Content_Types].xml".length();
        return patched(zip, second + 42, 0);
    }

    private static byte[] manyParts() {
        var parts = document();
        for (int i = 0; i < 6_000; i++) {
            parts.put("word/" + i + ".xml", new byte[0]);
        }
        return zip(parts);
    }

    private static byte[] hugeJpeg() {
        var jpeg = jpeg();
        for (int at = 2; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 0xff) == 0xFF && (jpeg[at + 1] & 0xff) == 0xC0) {
                ByteBuffer.wrap(jpeg).putInt(at + 5, -1);
            }
        }
        return jpeg;
    }
}
