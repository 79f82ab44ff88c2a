package io.loanflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LoanflowIT
@Tag("service")
class EvidenceChainIT {

    @Autowired
    EvidenceChain chain;

    @Autowired
    Documents documents;

    @Autowired
    Contents contents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext context;

    long signing;
    Document document;

    @BeforeEach
    void makeADocument() {
        signing = ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);
        document = add(Papers.pdf(1));
    }

    @Test
    void readsBackWhatWasWrittenWithTheSameHash() {
        var facts = Map.of("name", "José \"王\" \\ \n\t Álvarez", "agent", "x\u0000y\uD800z", "empty", "");
        var first = append(Evidence.Kind.STARTED, null, Map.of());
        var second = append(Evidence.Kind.SIGNED, 7L, facts);

        var kept = chain.of(signing);

        assertThat(kept).containsExactly(first, second).allMatch(Evidence::intact);
        assertThat(kept.get(0).previousHash())
                .isEqualTo(EvidenceHash.beginning(
                        signing, document.id(), document.content().sha256()));
        assertThat(kept.get(1).previousHash()).isEqualTo(first.hash());
        assertThat(kept.get(1).facts())
                .containsEntry("name", "José \"王\" \\ \n\t Álvarez")
                .containsEntry("agent", "x?y?z")
                .containsEntry("document_sha256", document.content().sha256());
    }

    @Test
    void numbersWithoutAGapWhenManyWriteAtOnce() throws Exception {
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(4);
        Callable<Evidence> task = () -> {
            start.await();
            return append(Evidence.Kind.OPENED, 1L, Map.of());
        };
        var all = IntStream.range(0, 40).mapToObj(i -> threads.submit(task)).toList();
        start.countDown();
        for (var one : all) {
            one.get();
        }
        threads.shutdown();

        var kept = chain.of(signing);
        assertThat(kept).extracting(Evidence::number).containsExactlyElementsOf(numbers(40));
        assertThat(new ChainCheck(document, new ArrayList<>()).holds(kept, null))
                .isTrue();
    }

    @Test
    void leavesNoGapWhereATransactionIsRolledBack() {
        append(Evidence.Kind.STARTED, null, Map.of());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            append(Evidence.Kind.ASKED, 1L, Map.of());
            status.setRollbackOnly();
        });
        append(Evidence.Kind.ASKED, 1L, Map.of());

        assertThat(chain.of(signing)).extracting(Evidence::number).containsExactly(1, 2);
    }

    @Test
    void refusesASecondDocumentInOneSigning() {
        append(Evidence.Kind.STARTED, null, Map.of());
        var other = add(Papers.pdf(2));

        assertThatThrownBy(() ->
                        chain.append(signing, other.id(), other.content().sha256(), Evidence.Kind.ASKED, 1L, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update signing_evidence set kind = 'declined'",
                "delete from signing_evidence",
                "delete from signing_evidence where false",
                "truncate signing_evidence",
                "set session_replication_role = replica; delete from signing_evidence",
                "insert into signing_evidence (id, signing_id, document_id, number, kind, at, payload, previous_hash, hash)"
                        + " overriding system value select id, signing_id, document_id, number, kind, at, payload, previous_hash,"
                        + " hash from signing_evidence on conflict (id) do update set kind = 'declined'"
            })
    void cannotBeChanged(String statement) {
        append(Evidence.Kind.STARTED, null, Map.of());

        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining("append-only");
    }

    private Evidence append(Evidence.Kind kind, Long signer, Map<String, String> facts) {
        return chain.append(signing, document.id(), document.content().sha256(), kind, signer, facts);
    }

    private Document add(byte[] bytes) {
        var reference = new Lending(context).aLoan().reference();
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

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }
}
