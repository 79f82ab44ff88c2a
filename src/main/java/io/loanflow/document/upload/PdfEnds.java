package io.loanflow.document.upload;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * The marks that end a PDF. There is one for each time that it was saved; after each comes the next saving, after the last
 * nothing.
 */
final class PdfEnds {

    private static final String MARK = "%%EOF";
    private static final int WINDOW = 64 * 1024;
    private static final int MOST = 1_000;
    private static final String BLANK = "\0\t\n\f\r ";
    private static final String OF_A_PDF = "0123456789%xst";

    private PdfEnds() {}

    /**
     * @return where the last mark begins
     * @throws io.loanflow.platform.Problem 422 when there is none, or something follows that is no PDF
     */
    static long last(RandomAccessFile file) throws IOException {
        long last = -1;
        char following = 0;
        int count = 0;
        for (long from = 0; from < file.length(); from += WINDOW) {
            var text = Slices.text(file, from, WINDOW + MARK.length() - 1);
            for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
                last = from + at;
                if (++count > MOST) {
                    throw Refused.corrupt("it ends too often");
                }
                following = following(file, last + MARK.length());
                if (following != 0 && OF_A_PDF.indexOf(following) < 0) {
                    throw Refused.polyglot("after the PDF something else follows");
                }
            }
        }
        if (last < 0 || following != 0) {
            throw Refused.truncated();
        }
        return last;
    }

    /** The first byte that is not blank, 0 for none. */
    private static char following(RandomAccessFile file, long from) throws IOException {
        for (long at = from; at < file.length(); at += WINDOW) {
            var text = Slices.text(file, at, WINDOW);
            for (int i = 0; i < text.length(); i++) {
                if (BLANK.indexOf(text.charAt(i)) < 0) {
                    return text.charAt(i);
                }
            }
        }
        return 0;
    }
}
