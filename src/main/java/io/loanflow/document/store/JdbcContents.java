package io.loanflow.document.store;

import io.loanflow.document.Contents;
import io.loanflow.document.StoredContent;
import io.loanflow.platform.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Bytes in PostgreSQL, in pieces. */
@Repository
class JdbcContents implements Contents {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    JdbcContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hash is known only at the end, so the bytes wait in a file until then. */
    @Override
    @Transactional
    public StoredContent keep(InputStream bytes) {
        try {
            var file = TemporaryFiles.create(".content");
            try (var out = Files.newOutputStream(file)) {
                bytes.transferTo(out);
                out.close();
                return keep(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional
    public StoredContent keep(Path file) {
        try {
            var content = new StoredContent(sha256(file), Files.size(file));
            if (isNew(content)) {
                write(content.sha256(), file);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(String sha256) {
        long size = jdbc.sql("select size from content where sha256 = :sha256")
                .param("sha256", sha256)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("Nothing is kept under " + sha256));
        return new ContentPieces(sha256, size, number -> piece(sha256, number));
    }

    private byte[] piece(String sha256, int number) {
        return jdbc.sql("select bytes from content_chunk where sha256 = :sha256 and number = :number")
                .param("sha256", sha256)
                .param("number", number)
                .query((row, index) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    private boolean isNew(StoredContent content) {
        return jdbc.sql("insert into content (sha256, size) values (:sha256, :size) on conflict do nothing")
                        .param("sha256", content.sha256())
                        .param("size", content.size())
                        .update()
                == 1;
    }

    private void write(String sha256, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            int number = 1;
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                jdbc.sql("insert into content_chunk (sha256, number, bytes) values (:sha256, :number, :bytes)")
                        .param("sha256", sha256)
                        .param("number", number)
                        .param("bytes", piece)
                        .update();
                number++;
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
