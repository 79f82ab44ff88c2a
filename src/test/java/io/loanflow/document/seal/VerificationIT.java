package io.loanflow.document.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.document.Contents;
import io.loanflow.document.Document;
import io.loanflow.document.Documents;
import io.loanflow.document.Evidence;
import io.loanflow.document.EvidenceChain;
import io.loanflow.document.EvidenceLog;
import io.loanflow.document.NewDocument;
import io.loanflow.document.Papers;
import io.loanflow.document.Seals;
import io.loanflow.document.Signature;
import io.loanflow.document.SignedBy;
import io.loanflow.document.SigningFixtures;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the verification says of documents that somebody who owns the database has been at. Each change is undone afterwards. */
@LoanflowIT
@Tag("service")
@TestInstance(Lifecycle.PER_CLASS)
class VerificationIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Documents documents;

    @Autowired
    Contents contents;

    @Autowired
    EvidenceChain chain;

    @Autowired
    EvidenceLog log;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    final byte[] original = Papers.pdf(3);
    Http credit;
    String reference;
    Document document;
    List<Evidence> evidence;

    /** Once for all; not before all, because the engine counts coverage within tests only. */
    @BeforeEach
    void sealADocument() {
        if (document != null) {
            return;
        }
        reference = new Lending(context).aLoan().reference();
        document = sealed(add(original), seals);
        evidence = log.ofDocument(document.id());
    }

    @BeforeEach
    void logIn() {
        credit = new Http(port).bearer(new Members(context).in("credit").access());
    }

    @AfterEach
    void undo() {
        if (!evidence.equals(log.ofDocument(document.id()))) {
            past("signing_evidence", "delete from signing_evidence where document_id = " + document.id());
            new TransactionTemplate(transactions).executeWithoutResult(status -> evidence.forEach(log::add));
        }
        assertThat(answers(document)).containsExactly(true, true, true);
    }

    @Test
    void agreesWithWhatNobodyTouched() {
        var answer = credit.get("/api/documents/" + document.id() + "/verification");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"file_unchanged\":true", "\"chain_unbroken\":true", "\"signature_valid\":true")
                .contains("CN=Loanflow tests", "self-signed", "6 rows");
    }

    @Test
    void saysNothingOfWhatIsNotThereYet() {
        var draft = add(Papers.pdf(1));
        assertThat(answers(draft)).containsExactly(true, null, null);

        chain.append(
                1_000_000 + draft.id(), draft.id(), draft.content().sha256(), Evidence.Kind.STARTED, null, Map.of());
        assertThat(answers(draft)).containsExactly(true, true, null);
    }

    static Stream<Arguments> changes() {
        var mine = " where document_id = :document";
        return Stream.of(
                Arguments.of("row 3 is missing", "delete from signing_evidence" + mine + " and number = 3"),
                Arguments.of("row 1 is missing", "delete from signing_evidence" + mine + " and number = 1"),
                Arguments.of(
                        "has 6 rows of evidence, and 5 are there",
                        "delete from signing_evidence" + mine + " and number = 6"),
                Arguments.of("has 6 rows of evidence, and 0 are there", "delete from signing_evidence" + mine),
                Arguments.of(
                        "row 4 is not as it was written",
                        "update signing_evidence set payload = replace(payload, 'Ann', 'Eve')" + mine
                                + " and number = 4"),
                Arguments.of(
                        "row 4 is not as it was written",
                        "update signing_evidence set payload = replace(payload, ':', ': ')" + mine + " and number = 4"),
                Arguments.of(
                        "row 4 is not as it was written",
                        "update signing_evidence set at = at - interval '1 microsecond'" + mine + " and number = 4"),
                Arguments.of(
                        "row 4 is not as it was written",
                        "update signing_evidence set signer_id = 9" + mine + " and number = 4"),
                Arguments.of(
                        "row 4 is not as it was written",
                        "update signing_evidence set kind = 'declined'" + mine + " and number = 4"),
                Arguments.of(
                        "row 4 is not as it was written",
                        "update signing_evidence set payload = '{\"a\": [1]}'" + mine + " and number = 4"),
                Arguments.of(
                        "row 2 is not as it was written",
                        "update signing_evidence set number = 99" + mine + " and number = 2;"
                                + " update signing_evidence set number = 2" + mine + " and number = 3;"
                                + " update signing_evidence set number = 3" + mine + " and number = 99"),
                Arguments.of(
                        "row 1 is not as it was written",
                        "update signing_evidence set signing_id = signing_id + 1" + mine),
                Arguments.of(
                        "row 3 is missing",
                        "update signing_evidence set document_id = (select min(id) from document where id <> :document)"
                                + mine + " and number = 3"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void findsWhatWasDoneToTheEvidence(String fault, String change) {
        past("signing_evidence", change.replace(":document", "" + document.id()));

        try {
            assertThat(answers(document)).containsExactly(true, false, true);
            assertThat(details(document)).anyMatch(detail -> detail.contains(fault));
        } finally {
            past(
                    "signing_evidence",
                    "delete from signing_evidence where signing_id = "
                            + evidence.get(0).signingId());
        }
    }

    @Test
    void findsEvidenceThatWasMadeUpAnewWithAllItsHashes() {
        past("signing_evidence", "delete from signing_evidence where document_id = " + document.id());
        var signing = evidence.get(0).signingId();
        evidence.forEach(row -> chain.append(
                signing, document.id(), document.content().sha256(), row.kind(), row.signerId(), row.facts()));

        assertThat(answers(document)).containsExactly(true, false, true);
        assertThat(details(document)).contains("The evidence does not end as the seal says.");
    }

    @Test
    void findsASignatureThatWasAddedAfterTheSealAndAllowsThatItWasVoided() {
        var signing = evidence.get(0).signingId();
        chain.append(signing, document.id(), document.content().sha256(), Evidence.Kind.VOIDED, null, Map.of());
        assertThat(answers(document)).containsExactly(true, true, true);

        chain.append(signing, document.id(), document.content().sha256(), Evidence.Kind.REMINDED, 1L, Map.of());
        assertThat(answers(document)).containsExactly(true, false, true);

        chain.append(signing, document.id(), document.content().sha256(), Evidence.Kind.SIGNED, 3L, Map.of());
        assertThat(details(document)).anyMatch(detail -> detail.contains("2 signatures, and the evidence has 3"));
    }

    @Test
    void findsOneChangedByteOfWhatWasSigned() {
        changeAByteOf(document.content().sha256(), () -> {
            assertThat(answers(document)).containsExactly(false, true, true);
            assertThat(details(document)).contains("The stored file is not the one that was recorded.");
        });
    }

    @Test
    void findsOneChangedByteOfTheSignedCopy() {
        changeAByteOf(
                document.signed().sha256(), () -> assertThat(answers(document)).containsExactly(false, false, false));
    }

    @Test
    void findsBytesThatAreGone() {
        var sha256 = document.signed().sha256();
        var bytes = jdbc.sql("select bytes from content_chunk where sha256 = ?")
                .param(sha256)
                .query((row, number) -> row.getBytes(1))
                .single();
        past("content_chunk", "delete from content_chunk where sha256 = '" + sha256 + "'");
        try {
            assertThat(answers(document)).containsExactly(false, false, false);
        } finally {
            jdbc.sql("insert into content_chunk (sha256, number, bytes) values (?, 1, ?)")
                    .param(sha256)
                    .param(bytes)
                    .update();
        }
    }

    @Test
    void findsASignedCopyOfSomethingElse() {
        var other = sealed(add(Papers.pdf(2)), seals);

        signedAs(other.signed().sha256(), () -> {
            assertThat(answers(document)).containsExactly(false, false, true);
            assertThat(details(document)).anyMatch(detail -> detail.contains("a copy of something else"));
        });
    }

    @Test
    void findsASignedCopyOfTheSameBytesOnOtherEvidence() {
        var other = sealed(add(original), seals);

        signedAs(other.signed().sha256(), () -> assertThat(answers(document)).containsExactly(true, false, true));
    }

    @Test
    void findsASealOfAnotherCertificate() {
        var other = new PadesSeals(
                Lenders.key("CN=Loanflow tests", Instant.now()),
                new TimeStamps(new SealSettings(null, null, null, null)),
                Clock.systemUTC());
        var forged = sealed(add(Papers.pdf(1)), other);

        assertThat(answers(forged)).containsExactly(true, true, false);
        assertThat(details(forged)).anyMatch(detail -> detail.contains("which is not the lender's"));
    }

    @Test
    void findsASignedCopyWithoutASignature() {
        signedAs(document.content().sha256(), () -> {
            assertThat(answers(document)).containsExactly(true, false, false);
            assertThat(details(document)).anyMatch(detail -> detail.contains("no digital signature"));
        });
    }

    @Test
    void isForWhoeverSeesTheDocument() {
        var stranger = new Http(port).bearer(new Members(context).in("broker").access());

        var hidden = stranger.get("/api/documents/" + document.id() + "/verification");
        var absent = stranger.get("/api/documents/999999999/verification");

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replace("" + document.id(), "999999999")).isEqualTo(absent.text());
        assertThat(new Http(port)
                        .get("/api/documents/" + document.id() + "/verification")
                        .status())
                .isEqualTo(401);
        assertThat(credit.get("/api/documents/abc/verification").status()).isEqualTo(400);
    }

    private Document add(byte[] bytes) {
        return documents.add(new NewDocument(
                reference,
                "contract",
                "Contract",
                null,
                "contract.pdf",
                "application/pdf",
                contents.keep(new ByteArrayInputStream(bytes)),
                false,
                true,
                null,
                Set.of()));
    }

    private Document sealed(Document draft, Seals with) {
        var signing = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000_000L);
        append(signing, draft, Evidence.Kind.STARTED, null, Map.of());
        for (long signer = 1; signer <= 2; signer++) {
            var by = new SignedBy("Ann " + signer, SignedBy.LINK, null, "ann@example.com", "203.0.113.17", "a browser");
            var signature = new Signature(Signature.DRAWN, SigningFixtures.DRAWN);
            append(signing, draft, Evidence.Kind.OPENED, signer, by.facts());
            append(signing, draft, Evidence.Kind.SIGNED, signer, by.facts(signature));
        }
        append(signing, draft, Evidence.Kind.COMPLETED, null, Map.of());
        try (var bytes = contents.open(draft.content().sha256());
                var sealed = with.seal(draft, bytes, chain.of(signing));
                var signed = sealed.open()) {
            documents.markSigned(draft.id(), contents.keep(signed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents.find(draft.id()).orElseThrow();
    }

    private void append(
            long signing, Document draft, Evidence.Kind kind, @Nullable Long signer, Map<String, String> facts) {
        chain.append(signing, draft.id(), draft.content().sha256(), kind, signer, facts);
    }

    private Boolean[] answers(Document of) {
        var json = verification(of);
        return Stream.of("file_unchanged", "chain_unbroken", "signature_valid")
                .map(json::path)
                .map(answer -> answer.isNull() ? null : (Boolean) answer.booleanValue())
                .toArray(Boolean[]::new);
    }

    private List<String> details(Document of) {
        var details = new ArrayList<String>();
        verification(of).path("details").forEach(detail -> details.add(detail.asText()));
        return details;
    }

    private JsonNode verification(Document of) {
        var answer = credit.get("/api/documents/" + of.id() + "/verification");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void changeAByteOf(String sha256, Runnable look) {
        var change =
                "update content_chunk set bytes = set_byte(bytes, 900, get_byte(bytes, 900) # 1) where number = 1 and sha256 = '"
                        + sha256 + "'";
        past("content_chunk", change);
        try {
            look.run();
        } finally {
            past("content_chunk", change);
        }
    }

    private void signedAs(String sha256, Runnable look) {
        var change = "update document set signed_sha256 = '%s' where id = " + document.id();
        past("document", change.formatted(sha256));
        try {
            look.run();
        } finally {
            past("document", change.formatted(document.signed().sha256()));
        }
    }

    /** As somebody may who owns the table. */
    private void past(String table, String change) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("alter table " + table + " disable trigger user").update();
            jdbc.sql(change).update();
            jdbc.sql("select tgname from pg_trigger where tgrelid = '" + table + "'::regclass and not tgisinternal")
                    .query(String.class)
                    .list()
                    .forEach(name -> jdbc.sql("alter table " + table + " enable always trigger " + name)
                            .update());
        });
    }
}
