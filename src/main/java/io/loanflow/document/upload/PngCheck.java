package io.loanflow.document.upload;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** A PNG is a row of chunks with check sums, from IHDR to IEND and nothing after. Pictures are not decoded. */
final class PngCheck {

    private static final int SIGNATURE = 8;
    private static final int LARGEST_TEXT = 2 * 1024 * 1024;

    private PngCheck() {}

    static void check(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(SIGNATURE);
            boolean pictured = false;
            var type = readHeader(in);
            while (!type.equals("IEND")) {
                type = readChunk(in);
                pictured |= type.equals("IDAT");
            }
            if (!pictured) {
                throw Refused.corrupt("there is no picture in it");
            }
            if (in.read() >= 0) {
                throw Refused.polyglot("after the picture something else follows");
            }
        } catch (EOFException e) {
            throw Refused.truncated();
        }
    }

    private static String readHeader(DataInputStream in) throws IOException {
        int length = in.readInt();
        var type = new byte[4];
        in.readFully(type);
        if (length != 13 || !name(type).equals("IHDR")) {
            throw Refused.corrupt("it does not begin as a PNG does");
        }
        var data = in.readNBytes(length);
        checkSum(in, type, data);
        var size = ByteBuffer.wrap(data);
        Pixels.check(Integer.toUnsignedLong(size.getInt(0)), Integer.toUnsignedLong(size.getInt(4)));
        return "IHDR";
    }

    private static String readChunk(DataInputStream in) throws IOException {
        long length = Integer.toUnsignedLong(in.readInt());
        var type = new byte[4];
        in.readFully(type);
        var name = name(type);
        if (name.equals("IDAT")) {
            skipPicture(in, type, length);
            return name;
        }
        if (length > LARGEST_TEXT) {
            throw Refused.corrupt("a part of it is far too large");
        }
        var data = in.readNBytes((int) length);
        if (data.length < length) {
            throw new EOFException();
        }
        checkSum(in, type, data);
        if (Needles.in(data, Needles.MARKUP).isPresent()) {
            throw Refused.polyglot("there is a web page in the picture");
        }
        return name;
    }

    private static void skipPicture(DataInputStream in, byte[] type, long length) throws IOException {
        var sum = new CRC32();
        sum.update(type);
        var piece = new byte[8192];
        for (long left = length; left > 0; ) {
            int count = in.readNBytes(piece, 0, (int) Math.min(piece.length, left));
            if (count == 0) {
                throw new EOFException();
            }
            sum.update(piece, 0, count);
            left -= count;
        }
        compare(in, sum);
    }

    private static void checkSum(DataInputStream in, byte[] type, byte[] data) throws IOException {
        var sum = new CRC32();
        sum.update(type);
        sum.update(data);
        compare(in, sum);
    }

    private static void compare(DataInputStream in, CRC32 sum) throws IOException {
        if (in.readInt() != (int) sum.getValue()) {
            throw Refused.corrupt("a check sum is wrong");
        }
    }

    private static String name(byte[] type) {
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
