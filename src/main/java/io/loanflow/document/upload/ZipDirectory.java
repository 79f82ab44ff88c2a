package io.loanflow.document.upload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** The directory at the end of a ZIP, read with limits before anything is unpacked; every byte belongs to one entry only. */
final class ZipDirectory {

    private static final int END = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY = 46;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int MOST_ENTRIES = 5_000;
    private static final int LARGEST = 2 * 1024 * 1024;

    private ZipDirectory() {}

    static List<OfficeEntry> read(RandomAccessFile file) throws IOException {
        if (file.length() < END) {
            throw Refused.truncated();
        }
        long endAt = file.length() - END;
        var end = buffer(Slices.bytes(file, endAt, END));
        if (end.getInt(0) != END_SIGNATURE) {
            HiddenZip.refuseTrailing(file);
            throw Refused.truncated();
        }
        int count = Short.toUnsignedInt(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        if (count > MOST_ENTRIES || size > LARGEST) {
            throw Refused.content("zip_bomb", "There are far too many parts in the file.");
        }
        if (end.getShort(20) != 0 || offset + size != endAt || end.getInt(4) != 0) {
            throw Refused.corrupt("its directory does not fit");
        }
        var entries = entries(buffer(Slices.bytes(file, offset, (int) size)), count);
        requireOwnBytes(file, entries, offset);
        return entries;
    }

    private static List<OfficeEntry> entries(ByteBuffer directory, int count) {
        var entries = new ArrayList<OfficeEntry>();
        var names = new HashSet<String>();
        for (int at = 0; entries.size() < count; ) {
            if (at + ENTRY > directory.limit() || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw Refused.corrupt("its directory is not complete");
            }
            int length = Short.toUnsignedInt(directory.getShort(at + 28));
            if (at + ENTRY + length > directory.limit()) {
                throw Refused.corrupt("its directory is not complete");
            }
            var entry = entry(directory, at, length);
            if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
                throw Refused.corrupt("a part of it is there twice");
            }
            entries.add(entry);
            at += ENTRY
                    + length
                    + Short.toUnsignedInt(directory.getShort(at + 30))
                    + Short.toUnsignedInt(directory.getShort(at + 32));
        }
        return entries;
    }

    private static OfficeEntry entry(ByteBuffer directory, int at, int length) {
        var name = new byte[length];
        directory.get(at + ENTRY, name);
        return new OfficeEntry(
                new String(name, StandardCharsets.UTF_8),
                directory.getShort(at + 8),
                directory.getShort(at + 10),
                Integer.toUnsignedLong(directory.getInt(at + 42)),
                Integer.toUnsignedLong(directory.getInt(at + 20)),
                Integer.toUnsignedLong(directory.getInt(at + 24)));
    }

    /** Entries that share bytes unpack to any size; entries under two names are read differently by different programs. */
    private static void requireOwnBytes(RandomAccessFile file, List<OfficeEntry> entries, long directory)
            throws IOException {
        long free = 0;
        for (var entry : entries.stream()
                .sorted(Comparator.comparingLong(OfficeEntry::offset))
                .toList()) {
            if (entry.offset() < free || entry.offset() + LOCAL > directory) {
                throw Refused.content("zip_bomb", "Parts of the file lie over each other.");
            }
            var local = buffer(Slices.bytes(file, entry.offset(), LOCAL));
            int length = Short.toUnsignedInt(local.getShort(26));
            var name = Slices.bytes(file, entry.offset() + LOCAL, length);
            if (local.getInt(0) != LOCAL_SIGNATURE || !new String(name, StandardCharsets.UTF_8).equals(entry.name())) {
                throw Refused.corrupt("a part of it has two names");
            }
            free = entry.offset() + LOCAL + length + Short.toUnsignedInt(local.getShort(28)) + entry.packed();
            if (free > directory) {
                throw Refused.corrupt("a part of it is larger than the file");
            }
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
