package io.loanflow.document.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.document.Contents;
import io.loanflow.document.DamagedContent;
import io.loanflow.document.Document;
import io.loanflow.document.Documents;
import io.loanflow.document.NewDocument;
import io.loanflow.document.StoredContent;
import io.loanflow.platform.Problem;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of documents: bytes by their hash, versions in chains, nothing that can be taken back. */
@LoanflowIT
@Tag("service")
class KeptDocumentsIT {

    private static final int PIECE = 256 * 1024;
    private static final Random RANDOM = new Random();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Contents contents;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @BeforeEach
    void makeAnApplication() {
        reference = new Lending(context).aLoan().reference();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7})
    void givesBackTheBytesThatItWasGiven(int size) throws Exception {
        var bytes = random(size);

        var kept = contents.keep(new ByteArrayInputStream(bytes));

        assertThat(kept).isEqualTo(new StoredContent(sha256(bytes), size));
        assertThat(read(kept)).isEqualTo(bytes);
    }

    @Test
    void keepsTheSameBytesOnce() {
        var bytes = random(PIECE + 1);

        var first = contents.keep(new ByteArrayInputStream(bytes));
        var second = contents.keep(new ByteArrayInputStream(bytes));

        assertThat(second).isEqualTo(first);
        assertThat(pieces(first)).isEqualTo(2);
    }

    @Test
    void hasNothingUnderAnUnknownHash() {
        assertThatThrownBy(() -> contents.open("0".repeat(64))).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update content_chunk set bytes = set_byte(bytes, 5, 255 - get_byte(bytes, 5)) where number = 1",
                "update content_chunk set bytes = substring(bytes from 2) where number = 2",
                "update content_chunk set bytes = bytes || 'x'::bytea where number = 3",
                "delete from content_chunk where number = 3",
                "delete from content_chunk where number = 1",
                "update content_chunk set number = number + 10 where number = 2",
            })
    void saysBeforeTheEndThatBytesAreDamaged(String damage) {
        var bytes = random(3 * PIECE);
        var kept = contents.keep(new ByteArrayInputStream(bytes));
        damage(kept, damage);

        var read = new java.io.ByteArrayOutputStream();
        assertThatThrownBy(() -> contents.open(kept.sha256()).transferTo(read)).isInstanceOf(DamagedContent.class);
        assertThat(read.size()).isLessThan(bytes.length);
    }

    @Test
    void readsDamagedBytesAsAnErrorEachTime() {
        var kept = contents.keep(new ByteArrayInputStream(random(10)));
        damage(kept, "update content_chunk set bytes = 'somethings'::bytea where number = 1");
        var open = contents.open(kept.sha256());

        assertThatThrownBy(open::read).isInstanceOf(DamagedContent.class);
        assertThatThrownBy(open::read).isInstanceOf(DamagedContent.class);
    }

    @Test
    void countsVersionsInAChainWithOneHead() {
        var first = documents.add(some("one"));
        var second = documents.addVersion(first.id(), some("two"));
        var other = documents.add(some("other"));

        assertThat(first.version()).isEqualTo(1);
        assertThat(first.head()).isTrue();
        assertThat(second.version()).isEqualTo(2);
        assertThat(documents.versions(first.id())).extracting(Document::id).containsExactly(first.id(), second.id());
        assertThat(documents.versions(second.id())).extracting(Document::head).containsExactly(false, true);
        assertThat(documents.heads(reference)).extracting(Document::id).containsExactly(second.id(), other.id());
        assertThat(documents.find(first.id()).orElseThrow().head()).isFalse();
        assertThat(documents.find(0)).isEmpty();
        assertThat(documents.versions(0)).isEmpty();
    }

    @Test
    void replacesTheHeadOnly() {
        var first = documents.add(some("one"));
        documents.addVersion(first.id(), some("two"));

        assertThatThrownBy(() -> documents.addVersion(first.id(), some("late")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(documents.versions(first.id())).hasSize(2);
    }

    @Test
    void neverMixesApplicationsInAChain() {
        var first = documents.add(some("one"));
        reference = new Lending(context).aLoan().reference();

        assertThatThrownBy(() -> documents.addVersion(first.id(), some("elsewhere")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void saysWhatHasBecomeOfAVersion() {
        var id = documents.add(some("one")).id();
        assertThat(documents.find(id).orElseThrow().status()).isEqualTo("draft");

        var signed = contents.keep(new ByteArrayInputStream(random(9)));
        documents.markSigned(id, signed);
        assertThat(documents.find(id).orElseThrow())
                .extracting(Document::status, Document::signed)
                .containsExactly("signed", signed);

        documents.markVoided(id, "terms changed");
        documents.markVoided(id, "too late to be the reason");
        assertThat(documents.find(id).orElseThrow())
                .extracting(Document::status, Document::statusReason)
                .containsExactly("voided", "terms changed");
        assertThat(documents.revision(id)).isEqualTo(3);
    }

    @Test
    void changesTitleAndSharing() {
        var id = documents.add(some("one")).id();

        documents.describe(id, "Another", "with words", true);

        assertThat(documents.find(id).orElseThrow())
                .extracting(Document::title, Document::description, Document::shared)
                .containsExactly("Another", "with words", true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from document where id = :id",
                "truncate document cascade",
                "update document set sha256 = sha256 where id = :id",
                "update document set version = 7 where id = :id",
                "update document set reference = reference where id = :id",
                "update document set created_by = 'me' where id = :id",
                "update document set signed_sha256 = null where id = :id",
                "update content set size = size + 1 where sha256 = :sha256",
                "delete from content where sha256 = :sha256",
                "update content_chunk set bytes = 'x' where sha256 = :sha256",
                "delete from content_chunk where sha256 = :sha256",
                "truncate content_chunk",
            })
    void takesNothingBack(String sql) {
        var document = documents.add(some("one"));
        documents.markSigned(document.id(), contents.keep(new ByteArrayInputStream(random(9))));

        assertThatThrownBy(() -> jdbc.sql(sql)
                        .param("id", document.id())
                        .param("sha256", document.content().sha256())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("append-only");
    }

    private NewDocument some(String title) {
        var kept = contents.keep(new ByteArrayInputStream(random(20)));
        return new NewDocument(
                reference,
                "other",
                title,
                null,
                title + ".pdf",
                "application/pdf",
                kept,
                false,
                false,
                null,
                Set.of("amount"));
    }

    private void damage(StoredContent kept, String sql) {
        jdbc.sql("alter table content_chunk disable trigger content_chunk_is_append_only")
                .update();
        jdbc.sql(sql + " and sha256 = :sha256").param("sha256", kept.sha256()).update();
        jdbc.sql("alter table content_chunk enable always trigger content_chunk_is_append_only")
                .update();
    }

    private long pieces(StoredContent kept) {
        return jdbc.sql("select count(*) from content_chunk where sha256 = :sha256")
                .param("sha256", kept.sha256())
                .query(Long.class)
                .single();
    }

    private byte[] read(StoredContent kept) throws IOException {
        try (var bytes = contents.open(kept.sha256())) {
            return bytes.readAllBytes();
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
