package io.loanflow.document.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * The place of the signature in a PDF: from its {@code <} to behind its {@code >}. What is signed is everything else.
 *
 * @param size of the file
 */
record Gap(long from, long to, long size) {

    Gap {
        if (from < 1 || to < from + 2 || size <= to) {
            throw new IllegalArgumentException("This is no place for a signature");
        }
    }

    /** @param range four numbers as in {@code ByteRange}: start and length of what is before it and of what is behind */
    static Gap of(String range, long size) {
        var numbers = range.strip().split("\\s+");
        long from = Long.parseLong(numbers[1]);
        long to = Long.parseLong(numbers[2]);
        if (numbers.length != 4 || Long.parseLong(numbers[0]) != 0 || to + Long.parseLong(numbers[3]) != size) {
            throw new IllegalArgumentException("The signature does not cover the whole file");
        }
        return new Gap(from, to, size);
    }

    /** Everything but the gap. */
    void writeTheRest(Path file, OutputStream out) throws IOException {
        try (var channel = FileChannel.open(file)) {
            copy(channel, 0, from, out);
            copy(channel, to, size, out);
        }
    }

    /** What is between the angle brackets, as bytes; zeros at the end fill the place. */
    byte[] content(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var bytes = Channels.newInputStream(channel.position(from)).readNBytes(Math.toIntExact(to - from));
            if (bytes[0] != '<' || bytes[bytes.length - 1] != '>') {
                throw new IllegalArgumentException("This is no place for a signature");
            }
            return HexFormat.of()
                    .parseHex(new String(bytes, 1, bytes.length - 2, java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    void fill(Path file, byte[] content) throws IOException {
        var hex = HexFormat.of().formatHex(content).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        if (hex.length > to - from - 2) {
            throw new IllegalStateException("The signature is too long for its place: a shorter chain of certificates");
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = java.nio.ByteBuffer.wrap(hex);
            long at = from + 1;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        }
    }

    private static void copy(FileChannel from, long start, long end, OutputStream out) throws IOException {
        var target = Channels.newChannel(out);
        long at = start;
        while (at < end) {
            long copied = from.transferTo(at, Math.min(end - at, 1 << 16), target);
            if (copied <= 0) {
                throw new java.io.EOFException();
            }
            at += copied;
        }
    }
}
