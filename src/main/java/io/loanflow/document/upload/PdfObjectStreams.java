package io.loanflow.document.upload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Since PDF 1.5 most of what says what a PDF does is compressed in object streams; this looks into them, within limits. */
final class PdfObjectStreams {

    private static final int DICTIONARY = 4096;
    private static final long MOST_INFLATED = 32L * 1024 * 1024;
    private static final Pattern DATA = Pattern.compile("stream(\\r\\n|\\n)");
    private static final Pattern OTHERWISE =
            Pattern.compile("DecodeParms|ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt|#");

    private PdfObjectStreams() {}

    /** @param places where the name {@code ObjStm} ends in the dictionary of each */
    static void read(RandomAccessFile file, List<Long> places, PdfNames names) throws IOException {
        if (places.size() >= PdfNames.MOST_PLACES) {
            throw unreadable();
        }
        long room = MOST_INFLATED;
        for (long place : places) {
            room -= inflate(file, place, names, room);
        }
    }

    private static long inflate(RandomAccessFile file, long place, PdfNames names, long room) throws IOException {
        long from = Math.max(0, place - DICTIONARY);
        var around = Slices.text(file, from, 2 * DICTIONARY);
        int here = (int) (place - from);
        var data = DATA.matcher(around);
        if (!data.find(here)) {
            throw unreadable();
        }
        var dictionary = around.substring(Math.max(0, around.lastIndexOf("obj", here)), data.start());
        if (!dictionary.contains("/Filter")) {
            return 0;
        }
        if (!dictionary.contains("FlateDecode") || OTHERWISE.matcher(dictionary).find()) {
            throw unreadable();
        }
        return inflate(file, from + data.end(), room, names);
    }

    private static long inflate(RandomAccessFile file, long from, long room, PdfNames names) throws IOException {
        var inflater = new Inflater();
        var in = new byte[8192];
        var out = new byte[32 * 1024];
        file.seek(from);
        try {
            while (!inflater.finished() && inflater.getBytesWritten() <= room) {
                if (inflater.needsInput()) {
                    int count = file.read(in);
                    if (count < 0) {
                        break;
                    }
                    inflater.setInput(in, 0, count);
                }
                int count = inflater.inflate(out);
                if (count == 0 && inflater.needsDictionary()) {
                    throw unreadable();
                }
                names.read(out, count);
            }
            names.end();
            if (inflater.getBytesWritten() > room) {
                throw Refused.content("zip_bomb", "Unpacked, the PDF is far larger than it looks.");
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException damaged) {
            throw Refused.corrupt("a compressed part cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private static io.loanflow.platform.Problem unreadable() {
        return Refused.content(
                "unreadable", "How the PDF is built cannot be seen. Print it to a new PDF and send that.");
    }
}
