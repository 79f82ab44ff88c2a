package io.loanflow.document.upload;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JPEG is a row of segments and scans from SOI to EOI. After it only what cameras put there: padding, further JPEGs
 * (multi-picture format), and a short trailer of one maker. Pictures are not decoded.
 */
final class JpegCheck {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int LONGEST_TRAILER = 64 * 1024;
    private static final byte[] TRAILER_END = {'S', 'E', 'F', 'T'};

    private JpegCheck() {}

    static void check(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(2);
            readPicture(in);
            int next = afterPadding(in);
            while (next == 0xFF) {
                readPicture(in);
                next = afterPadding(in);
            }
            if (next >= 0) {
                requireTrailer(next, in.readNBytes(LONGEST_TRAILER + 1));
            }
        } catch (EOFException e) {
            throw Refused.truncated();
        }
    }

    /** From after SOI to EOI. */
    private static void readPicture(DataInputStream in) throws IOException {
        boolean sized = false;
        int marker = marker(in);
        while (marker != EOI) {
            sized |= readSegment(in, marker);
            marker = marker == SOS ? skipScan(in) : marker(in);
        }
        if (!sized) {
            throw Refused.corrupt("there is no picture in it");
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        int next = in.readUnsignedByte();
        int marker = next;
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        if (next != 0xFF || marker < 0xC0 && !isAlone(marker)) {
            throw Refused.corrupt("its parts do not follow each other");
        }
        return marker;
    }

    /** @return whether it says how large the picture is */
    private static boolean readSegment(DataInputStream in, int marker) throws IOException {
        if (isAlone(marker)) {
            return false;
        }
        int length = in.readUnsignedShort();
        if (length < 2) {
            throw Refused.corrupt("a part of it has no length");
        }
        var data = new byte[length - 2];
        in.readFully(data);
        if (Needles.in(data, Needles.MARKUP).isPresent()) {
            throw Refused.polyglot("there is a web page in the picture");
        }
        if (!isFrame(marker)) {
            return false;
        }
        if (data.length < 5) {
            throw Refused.corrupt("the picture has no size");
        }
        var frame = ByteBuffer.wrap(data);
        Pixels.check(Short.toUnsignedInt(frame.getShort(3)), Short.toUnsignedInt(frame.getShort(1)));
        return true;
    }

    /** @return the first marker after the compressed picture */
    private static int skipScan(DataInputStream in) throws IOException {
        while (true) {
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
                if (next != 0 && next != 0xFF && !isAlone(next)) {
                    return next;
                }
            }
        }
    }

    private static boolean isAlone(int marker) {
        return marker == 1 || marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** @return 0xFF when another picture begins, -1 at the end, else the first byte of something else */
    private static int afterPadding(DataInputStream in) throws IOException {
        int next = in.read();
        while (next == 0 || next == 0xFF || next == '\n' || next == '\r' || next == ' ') {
            int following = in.read();
            if (next == 0xFF && following == SOI) {
                return 0xFF;
            }
            next = following;
        }
        return next;
    }

    private static void requireTrailer(int first, byte[] rest) {
        int length = rest.length;
        boolean known = first != 0xFF
                && length > TRAILER_END.length
                && length <= LONGEST_TRAILER
                && java.util.Arrays.equals(
                        rest, length - TRAILER_END.length, length, TRAILER_END, 0, TRAILER_END.length)
                && Needles.in(rest, Needles.MARKUP).isEmpty();
        if (!known) {
            throw Refused.polyglot("after the picture something else follows, a film perhaps");
        }
    }
}
