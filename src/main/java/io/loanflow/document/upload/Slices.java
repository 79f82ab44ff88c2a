package io.loanflow.document.upload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** Parts of a file as text, one character for each byte. */
final class Slices {

    private Slices() {}

    /** Shorter, down to nothing, where the file ends before. */
    static String text(RandomAccessFile file, long from, int most) throws IOException {
        return new String(bytes(file, from, most), StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(RandomAccessFile file, long from, int most) throws IOException {
        var bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - from))];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }
}
