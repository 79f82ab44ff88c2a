package io.loanflow.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of each kind, whole and harmless, and the pieces to make others of. */
public final class Samples {

    public static final String PDF = "application/pdf";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private Samples() {}

    public static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... all) {
        var joined = new ByteArrayOutputStream();
        Arrays.stream(all).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    public static byte[] without(byte[] bytes, int fromTheEnd) {
        return Arrays.copyOf(bytes, bytes.length - fromTheEnd);
    }

    public static byte[] replaced(byte[] bytes, String what, String by) {
        return bytes(new String(bytes, StandardCharsets.ISO_8859_1).replace(what, by));
    }

    /** @param objects more of them, whole */
    public static byte[] pdf(String... objects) {
        return pdf(bytes(String.join("\n", objects)));
    }

    public static byte[] pdf(byte[] objects) {
        var body = join(
                bytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
                        + "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
                        + "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj\n"),
                objects,
                bytes("\n"));
        return join(
                body,
                bytes("xref\n0 1\n0000000000 65535 f \ntrailer <</Size 4 /Root 1 0 R>>\nstartxref\n" + body.length
                        + "\n%%EOF\n"));
    }

    /** An object stream with these objects in it, compressed. */
    public static byte[] objectStream(byte[] objects) {
        return packedStream(deflated(objects));
    }

    public static byte[] packedStream(byte[] packed) {
        return join(
                bytes("7 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + packed.length
                        + ">>\nstream\r\n"),
                packed,
                bytes("\nendstream endobj\n"));
    }

    public static byte[] deflated(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** So many zeros, compressed as they are made. */
    public static byte[] deflatedZeros(int megabytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            writeZeros(out, megabytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] docxOfZeros(int megabytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : document().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("word/zeros.xml"));
            writeZeros(zip, megabytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void writeZeros(OutputStream out, int megabytes) throws IOException {
        for (int i = 0; i < megabytes; i++) {
            out.write(new byte[1024 * 1024]);
        }
    }

    public static byte[] png() {
        return picture("png");
    }

    public static byte[] jpeg() {
        return picture("jpeg");
    }

    private static byte[] picture(String format) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] chunk(String type, byte[] data) {
        var sum = new CRC32();
        sum.update(bytes(type));
        sum.update(data);
        return join(number(data.length), bytes(type), data, number((int) sum.getValue()));
    }

    /** The PNG with one more chunk behind its header. */
    public static byte[] pngWith(byte[] chunk) {
        var png = png();
        return join(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
    }

    public static byte[] pngOfSize(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return join(
                Arrays.copyOf(png(), 8),
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated(new byte[9])),
                chunk("IEND", new byte[0]));
    }

    /** The JPEG with one more segment behind its beginning. */
    public static byte[] jpegWith(int marker, byte[] data) {
        var jpeg = jpeg();
        var segment = ByteBuffer.allocate(data.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data);
        return join(Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    public static byte[] docx() {
        return zip(document());
    }

    public static byte[] xlsx() {
        return zip(workbook());
    }

    /** The parts of a small document, to be changed and zipped. */
    public static Map<String, byte[]> document() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", types(DOCX + ".main+xml"));
        parts.put("_rels/.rels", relationship("officeDocument", "word/document.xml", ""));
        parts.put(
                "word/document.xml", bytes("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body/></w:document>"));
        return parts;
    }

    public static Map<String, byte[]> workbook() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", types(XLSX + ".main+xml"));
        parts.put("_rels/.rels", relationship("officeDocument", "xl/workbook.xml", ""));
        parts.put("xl/workbook.xml", bytes("<workbook/>"));
        return parts;
    }

    public static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] bytes) {
        parts.put(name, bytes);
        return parts;
    }

    public static byte[] types(String main) {
        return bytes(
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/main.xml\" ContentType=\"" + main + "\"/></Types>");
    }

    /** @param mode {@code External} or nothing */
    public static byte[] relationship(String type, String target, String mode) {
        return bytes("<?xml version=\"1.0\"?><Relationships><Relationship Id=\"rId1\" Type=\"" + RELATIONSHIPS + type
                + "\" Target=\"" + target + "\"" + (mode.isEmpty() ? "" : " TargetMode=\"" + mode + "\"")
                + "/></Relationships>");
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
