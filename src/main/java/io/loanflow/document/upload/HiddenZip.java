package io.loanflow.document.upload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A ZIP that hides behind or in something else: it is read from its end, so its beginning can be anything. */
final class HiddenZip {

    private static final int END = 22;
    private static final int FARTHEST = 65_535 + END;
    private static final int END_SIGNATURE = 0x06054b50;

    private HiddenZip() {}

    /** @throws io.loanflow.platform.Problem 422 when the bytes can be opened as a ZIP */
    static void refuse(RandomAccessFile file) throws IOException {
        refuse(file, "there is a ZIP archive in it");
    }

    /** For what is a ZIP, but does not end as one. */
    static void refuseTrailing(RandomAccessFile file) throws IOException {
        refuse(file, "after its end something else follows");
    }

    private static void refuse(RandomAccessFile file, String what) throws IOException {
        int length = (int) Math.min(file.length(), FARTHEST);
        var tail = ByteBuffer.wrap(Slices.bytes(file, file.length() - length, length))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at <= length - END; at++) {
            if (tail.getInt(at) == END_SIGNATURE && isPlausible(tail, at, file.length() - length + at)) {
                throw Refused.polyglot(what);
            }
        }
    }

    /** By chance the four bytes are found in one big file of some thousands; a directory that fits is not. */
    private static boolean isPlausible(ByteBuffer tail, int at, long position) {
        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        boolean zip64 = offset == 0xFFFFFFFFL || size == 0xFFFFFFFFL;
        return zip64 || tail.getShort(at + 10) != 0 && size + offset <= position;
    }
}
