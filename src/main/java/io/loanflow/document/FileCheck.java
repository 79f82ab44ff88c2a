package io.loanflow.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;

/** Compares the kept bytes of a document with what was written down when they were stored. */
final class FileCheck {

    private static final int PIECE = 1 << 16;

    private final Contents contents;
    private final List<String> details;

    FileCheck(Contents contents, List<String> details) {
        this.contents = contents;
        this.details = details;
    }

    boolean holds(Document document) {
        var original = document.content();
        boolean holds = beginsWith(original, original)
                ? say(true, "The stored file has the SHA-256 that was recorded: " + original.sha256() + ".")
                : say(false, "The stored file is not the one that was recorded.");
        var signed = document.signed();
        return signed == null ? holds : holds & holds(original, signed);
    }

    private boolean holds(StoredContent original, StoredContent signed) {
        if (!beginsWith(signed, signed)) {
            return say(false, "The signed copy is not the one that was recorded.");
        }
        return beginsWith(signed, original)
                ? say(true, "The signed copy is as recorded and begins with the stored file.")
                : say(false, "The signed copy does not begin with the stored file: it is a copy of something else.");
    }

    private boolean say(boolean holds, String sentence) {
        details.add(sentence);
        return holds;
    }

    private boolean beginsWith(StoredContent kept, StoredContent beginning) {
        try (var bytes = contents.open(kept.sha256())) {
            var digest = MessageDigest.getInstance("SHA-256");
            long size = beginning.size();
            for (var piece = read(bytes, size); piece.length > 0; piece = read(bytes, size)) {
                digest.update(piece);
                size -= piece.length;
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return size == 0 && HexFormat.of().formatHex(digest.digest()).equals(beginning.sha256());
        } catch (IOException | UncheckedIOException | NoSuchElementException damaged) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(InputStream bytes, long atMost) throws IOException {
        return bytes.readNBytes((int) Math.min(PIECE, atMost));
    }
}
