package io.loanflow.document.store;

import io.loanflow.document.DamagedContent;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.IntFunction;

/**
 * Bytes that are fetched piece by piece. The last piece is handed out only when all together have the size and the hash that
 * they should have, so whoever counts what arrives never takes damaged bytes for whole ones.
 */
class ContentPieces extends InputStream {

    private final String sha256;
    private final long size;
    private final IntFunction<byte[]> pieces;
    private final MessageDigest digest = Sha256.digest();

    private byte[] piece = new byte[0];
    private int number;
    private int next;
    private long fetched;

    /** @param pieces a piece by its number, from 1; empty when there is none */
    ContentPieces(String sha256, long size, IntFunction<byte[]> pieces) {
        this.sha256 = sha256;
        this.size = size;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == piece.length && !fetch()) {
            return -1;
        }
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, into, offset, count);
        next += count;
        return count;
    }

    private boolean fetch() throws IOException {
        if (fetched == size) {
            return false;
        }
        piece = pieces.apply(++number);
        next = 0;
        fetched += piece.length;
        digest.update(piece);
        if (piece.length == 0 || fetched > size || fetched == size && !isWhole()) {
            piece = new byte[0];
            fetched = 0;
            throw new DamagedContent(sha256);
        }
        return true;
    }

    private boolean isWhole() {
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }
}
