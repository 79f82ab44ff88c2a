package io.loanflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MailServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through {@code documentSigning.bpmn}, and what the application makes of each. */
@LoanflowIT
@Tag("service")
class DocumentSigningProcessTest {

    private static final long PATIENCE_MILLIS = 30_000;

    @Autowired
    ApplicationContext context;

    @Autowired
    CurrentUser users;

    @Autowired
    GeneratedDocuments generated;

    @Autowired
    SigningRequests requests;

    @Autowired
    DocumentSigning process;

    @Autowired
    Signings signings;

    @Autowired
    Documents documents;

    @Autowired
    EvidenceChain evidence;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    private Lending lending;
    private Loan loan;
    private String borrower;
    private String guarantor;

    @BeforeEach
    void handInAnApplicationWithAGuarantor() {
        borrower = "borrower-" + System.nanoTime() + "@example.com";
        guarantor = "guarantor-" + System.nanoTime() + "@example.com";
        lending = new Lending(context);
        loan = lending.aLoan(application -> {
                    var ann = (ObjectNode) application.at("/borrowers/0");
                    ann.put("email", borrower);
                    application
                            .putArray("guarantors")
                            .add(ann.deepCopy()
                                    .put("first_name", "Gus")
                                    .put("email", guarantor)
                                    .put("relationship", "parent"));
                    return application;
                })
                .reaches("approved");
        await(() -> sent("loan_agreement").isPresent());
    }

    @Test
    void asksOneAfterTheOtherAndMovesTheApplicationOnWithTheLastSignature() {
        var agreement = sentForSigning("loan_agreement");
        assertThat(MailServer.awaitTo(borrower)).hasSize(1);
        assertThat(asked(agreement)).containsExactly("Ann Borrower");
        assertThat(status(agreement)).isEqualTo("sent");

        sign("Ann Borrower", agreement);
        assertThat(asked(agreement)).containsExactly("Gus Borrower");
        assertThat(status(agreement)).isEqualTo("partially_signed");
        sign("Gus Borrower", agreement);
        assertThat(asked(agreement)).isEmpty();
        await(() -> status(agreement).equals("signed"));
        assertThat(find(agreement).signed()).isNotNull();
        assertThat(kinds(agreement)).containsExactly("started", "asked", "signed", "asked", "signed", "completed");

        var guarantee = sentForSigning("guarantor_letter");
        loan.isIn("approved");
        sign("Gus Borrower", guarantee);

        await(() -> loan.stage().equals("settlement"));
        assertThat(reason()).isEqualTo("Every required document is signed.");
        assertThat(loan.history()).endsWith("approved", "settlement");
    }

    @Test
    void takesTheApplicationBackWithTheReasonWhenASignerRefuses() {
        var agreement = sentForSigning("loan_agreement");
        sign("Ann Borrower", agreement);

        answer("Gus Borrower", agreement, Map.of("decision", "refuse", "reason", "The rate is not what we agreed"));

        loan.isIn("processing");
        assertThat(status(agreement)).isEqualTo("declined");
        assertThat(reason()).isEqualTo("Loan agreement: Gus Borrower refused to sign: The rate is not what we agreed");
        assertThat(MailServer.awaitTo(borrower)).hasSize(1);
        await(() -> MailServer.to(borrower).stream().anyMatch(mail -> mail.contains("The rate is not what we agreed")));
        assertThat(instances()).isEmpty();
    }

    @Test
    void keepsTheApplicationWhereItIsWhenADocumentIsRefusedThatIsNotRequired() {
        var consent = sentForSigning("privacy_consent");

        answer("Ann Borrower", consent, Map.of("decision", "refuse", "reason", "No"));

        loan.isIn("approved");
        assertThat(status(consent)).isEqualTo("declined");
    }

    @Test
    void wantsAReasonFromWhoeverRefuses() {
        var agreement = sentForSigning("loan_agreement");

        var refusal = catchThrowableOfType(
                Problem.class,
                () -> answer("Ann Borrower", agreement, Map.of("decision", "refuse", "reason", "\u200b\u3164")));

        assertThat(refusal.violations()).extracting(Violation::code).containsExactly("reason_needed");
        assertThat(status(agreement)).isEqualTo("sent");
    }

    @Test
    void remindsASignerAndKeepsWaiting() {
        var agreement = sentForSigning("loan_agreement");

        fire("Event_ReminderDue", agreement);

        await(() -> MailServer.to(borrower).size() == 2);
        assertThat(kinds(agreement)).containsExactly("started", "asked", "reminded");
        assertThat(status(agreement)).isEqualTo("sent");
        sign("Ann Borrower", agreement);
        assertThat(status(agreement)).isEqualTo("partially_signed");
    }

    @Test
    void expiresAndCanBeStartedAgain() {
        var agreement = sentForSigning("loan_agreement");

        fire("Event_SigningExpired", agreement);

        loan.isIn("approved");
        assertThat(status(agreement)).isEqualTo("expired");
        assertThat(instances(agreement)).isEmpty();
        assertThat(lending.database()
                        .sql("select count(*) from notification where user_id = ? and title like '%not signed in time'")
                        .param(lending.team().member("bd").userId())
                        .query(Integer.class)
                        .single())
                .isOne();
        send(agreement);
        assertThat(status(agreement)).isEqualTo("sent");
    }

    @Test
    void endsTheSigningOfAVersionThatIsReplaced() {
        var agreement = sentForSigning("loan_agreement");

        var next = generate("loan_agreement");

        assertThat(status(agreement)).isEqualTo("voided");
        assertThat(status(next)).isEqualTo("generated");
        assertThat(instances(agreement)).isEmpty();
        await(() -> MailServer.to(borrower).stream().anyMatch(mail -> mail.contains("replaced by a newer version")));
    }

    @Test
    void endsTheSigningsWhenTheApprovalIsTakenBack() {
        var agreement = sentForSigning("loan_agreement");
        var consent = sentForSigning("privacy_consent");

        loan.movedBy("credit", "processing", "The income is not proven");

        assertThat(List.of(status(agreement), status(consent))).containsOnly("voided");
        assertThat(instances()).isEmpty();
    }

    @Test
    void endsTheSigningsOfAnApplicationThatIsOver() {
        var consent = sentForSigning("privacy_consent");

        loan.movedBy("broker", "withdrawn", "found another lender").isIn("withdrawn");

        assertThat(status(consent)).isEqualTo("voided");
        assertThat(instances()).isEmpty();
    }

    @Test
    void voidsExactlyTheDocumentsThatShowAChangedAmount() {
        var agreement = sentForSigning("loan_agreement");
        var declaration = generate("privacy_consent");

        loan.patched("bd", "{\"loan_amount\": 420000}").isIn("processing");

        assertThat(status(agreement)).isEqualTo("voided");
        assertThat(status(declaration)).isEqualTo("generated");
    }

    @Test
    void letsNobodySignForSomebodyElse() {
        var agreement = sentForSigning("loan_agreement");
        var signing = signings.newest(agreement).orElseThrow();
        var admin = lending.team().member("admin");
        var inputs = Map.of("decision", "sign", "name", "Ann Borrower");

        var refusal = catchThrowableOfType(
                Problem.class,
                () -> users.as(
                        admin,
                        () -> transaction.execute(open -> {
                            process.answer(
                                    loan.reference(),
                                    signing,
                                    signing.signers().get(0).id(),
                                    inputs);
                            return open;
                        })));

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(status(agreement)).isEqualTo("sent");
    }

    @Test
    void refusesADocumentThatNobodyHasToSign() {
        var refusal = catchThrowableOfType(Problem.class, () -> sentForSigning("company_declaration"));

        assertThat(refusal.violations()).isNotEmpty();
        assertThat(instances()).hasSize(2);
    }

    @Test
    void isNotStartedTwice() {
        var agreement = sentForSigning("loan_agreement");

        var refusal = catchThrowableOfType(Problem.class, () -> send(agreement));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(instances(agreement)).hasSize(1);
    }

    private long sentForSigning(String type) {
        return sent(type).orElseGet(() -> {
            var document = generate(type);
            send(document);
            return document;
        });
    }

    /** The document as the approval itself has sent it. */
    private Optional<Long> sent(String type) {
        return documents.heads(loan.reference()).stream()
                .filter(document ->
                        document.type().equals(type) && document.status().equals("sent"))
                .map(Document::id)
                .findFirst();
    }

    private long generate(String type) {
        var bd = lending.team().member("bd");
        return users.as(bd, () -> generated.generate(loan.reference(), type, bd))
                .id();
    }

    private void send(long document) {
        var bd = lending.team().member("bd");
        users.as(bd, () -> {
            requests.request(document, bd);
            return document;
        });
    }

    private void sign(String name, long document) {
        answer(name, document, Map.of("decision", "sign", "name", name));
    }

    private void answer(String name, long document, Map<String, String> inputs) {
        var signing = signings.newest(document).orElseThrow();
        var signer = signing.signers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var all = new java.util.HashMap<>(inputs);
        all.put("authenticatedBy", "link");
        transaction.executeWithoutResult(open -> process.answer(loan.reference(), signing, signer.id(), all));
    }

    private List<String> asked(long document) {
        return signings.newest(document).orElseThrow().signers().stream()
                .filter(Signer::isAsked)
                .map(Signer::name)
                .toList();
    }

    private Document find(long document) {
        return documents.find(document).orElseThrow();
    }

    private String status(long document) {
        return find(document).status();
    }

    private List<String> kinds(long document) {
        return evidence.of(signings.newest(document).orElseThrow().id()).stream()
                .map(row -> row.kind().text())
                .toList();
    }

    private String reason() {
        return lending.database()
                .sql("select reason from stage_history where reference = ? order by id desc limit 1")
                .param(loan.reference())
                .query(String.class)
                .single();
    }

    private List<String> instances() {
        return instances(running());
    }

    private List<String> instances(long document) {
        return instances(running().variableValueEquals("documentId", document));
    }

    private ProcessInstanceQuery running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("documentSigning")
                .processInstanceBusinessKey(loan.reference());
    }

    private static List<String> instances(ProcessInstanceQuery query) {
        return query.list().stream().map(instance -> instance.getId()).toList();
    }

    private void fire(String event, long document) {
        var jobs = instances(document).stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).activityId(event).list().stream())
                .toList();
        assertThat(jobs).hasSize(1);
        management.executeJob(jobs.get(0).getId());
    }

    private static void await(BooleanSupplier condition) {
        var end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            assertThat(System.currentTimeMillis()).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
