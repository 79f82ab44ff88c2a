package io.loanflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.application.LoanApplications;
import io.loanflow.application.Terms;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.Members;
import io.loanflow.workflow.ApplicationLock;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Documents written from the data of an application. */
@LoanflowIT
@Tag("service")
class GeneratedDocumentsIT {

    private final ApplicationContext context;
    private final int port;
    private final Lending lending;
    private final Documents documents;
    private final Contents contents;

    @Autowired
    GeneratedDocumentsIT(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.port = port;
        this.lending = new Lending(context);
        this.documents = context.getBean(Documents.class);
        this.contents = context.getBean(Contents.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd", "credit", "admin"})
    void isAnsweredAsADocument(String group) {
        var loan = lending.aLoan();

        var answer = generate(as(group), loan, "application_form");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var document = answer.json();
        assertThat(answer.header("Location")).isEqualTo("/api/documents/" + document.path("id"));
        assertThat(answer.header("ETag")).isNotEmpty();
        assertThat(document.path("application").asText()).isEqualTo(loan.reference());
        assertThat(document.path("document_type").asText()).isEqualTo("application_form");
        assertThat(document.path("title").asText()).isEqualTo("Application form");
        assertThat(document.path("file_name").asText()).isEqualTo("Application form " + loan.reference() + ".pdf");
        assertThat(document.path("content_type").asText()).isEqualTo("application/pdf");
        assertThat(document.path("version").asInt()).isEqualTo(1);
        assertThat(document.path("head").asBoolean()).isTrue();
        assertThat(document.path("status").asText()).isEqualTo("generated");
        assertThat(document.path("created_by").path("id").asText())
                .isEqualTo(lending.team().member(group).userId());
        assertThat(as(group).get(answer.header("Location")).json()).isEqualTo(document);
        assertThat(text(document.path("id").asLong())).contains("Ann Borrower", "$400,000.00", "Page 1 of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "accounts"})
    void isNotForEverybodyWhoSeesTheApplication(String group) {
        var loan = lending.aLoan().reaches("approved");
        if (group.equals("client")) {
            lending.database()
                    .sql("update borrower set user_id = :user where id ="
                            + " (select borrower_id from application_borrower where reference = :reference)")
                    .param("user", lending.team().member("client").userId())
                    .param("reference", loan.reference())
                    .update();
        }

        assertThat(generate(as(group), loan, "loan_agreement").status()).isEqualTo(403);
    }

    @Test
    void isAbsentForThoseWhoDoNotSeeTheApplication() {
        var loan = lending.aLoan();
        var stranger = new Http(port).bearer(new Members(context).in("broker").access());

        var foreign = generate(stranger, loan, "application_form");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(stranger.post("/api/applications/APP-ZZZZZZZZ/documents/generated", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(documents.heads(loan.reference())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"document_type\": null}",
                "{\"document_type\": \"payslip\"}",
                "{\"document_type\": \"../loan_agreement\"}",
                "{\"document_type\": 7}"
            })
    void isOneOfEightTypes(String body) {
        var answer = as("credit").post(path(lending.aLoan()), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/document_type");
    }

    @Test
    void anApprovalIsStatedOnlyWhenThereIsOne() {
        for (var type : Letters.APPROVING) {
            var answer = generate(as("credit"), lending.aLoan(), type);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.pointers()).containsExactly("/terms");
        }
    }

    @Test
    void isWrittenOnTheTermsOfTheApproval() {
        var loan = lending.aLoan().reaches("processing");
        loan.approvedOn("{\"amount\": 350000, \"rate\": 6.25, \"conditions\": [\"Insurance <b>in place</b>\"]}", null);

        var agreement = generate(as("credit"), loan, "loan_agreement");
        var letter = generate(as("credit"), loan, "indicative_letter");

        assertThat(agreement.status()).as(agreement.text()).isEqualTo(201);
        assertThat(text(agreement)).contains("$350,000.00", "6.25% per annum", "Insurance <b>in place</b>");
        assertThat(text(letter)).contains("$400,000.00", "5.50% per annum");
        assertThat(documents.find(id(agreement)).orElseThrow().shows()).contains("loan_amount", "conditions.condition");
    }

    @Test
    void nothingIsMissingForAnApprovedLoan() {
        var loan = lending.aLoan().reaches("approved");

        for (var type : List.of("formal_approval", "loan_agreement")) {
            assertThat(generate(as("credit"), loan, type).status()).isEqualTo(201);
        }
        assertThat(generate(as("credit"), loan, "guarantor_letter").pointers()).containsOnly("/guarantors");
    }

    @Test
    void everyMissingValueIsNamed() {
        var loan = lending.aLoan(application -> {
            application.remove(List.of("loan_amount", "loan_term", "borrowers"));
            return application;
        });

        var answer = generate(as("broker"), loan, "indicative_letter");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).contains("/loan_amount", "/loan_term", "/borrowers");
        assertThat(answer.json().path("violations").findValuesAsText("code")).containsOnly("missing_value");
        assertThat(documents.heads(loan.reference())).isEmpty();
    }

    @Test
    void theGateAsksBeforeTheApproval() {
        var generated = context.getBean(GeneratedDocuments.class);

        assertThat(generated.missing(lending.aLoan().reference(), "loan_agreement", onCondition("Sign 🦄")))
                .containsExactly(new Violation(
                        "/terms/conditions/0",
                        "unprintable",
                        "The condition (conditions, no. 1) has a character that cannot be printed: U+1F984 UNICORN FACE."
                                + " Write it in another way."));
        assertThat(generated.missing(
                        lending.aLoan(GeneratedDocumentsIT::withoutPurpose).reference(),
                        "formal_approval",
                        onCondition("Sign")))
                .extracting(Violation::pointer)
                .containsExactly("/purpose");
    }

    @Test
    void aSecondOneIsTheNextVersionOfTheFirst() {
        var loan = lending.aLoan();
        var first = id(generate(as("bd"), loan, "application_form"));
        as("bd").send(
                        "PATCH",
                        "/api/documents/" + first,
                        "{\"title\": \"Form\", \"shared\": true}",
                        "application/json");
        loan.patched("broker", "{\"loan_amount\": 410000}");

        var second = generate(as("credit"), loan, "application_form");

        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(second.json().path("title").asText()).isEqualTo("Form");
        assertThat(second.json().path("shared").asBoolean()).isTrue();
        assertThat(documents.versions(first)).extracting(Document::id).containsExactly(first, id(second));
        assertThat(text(second)).contains("$410,000.00");
        assertThat(generate(as("credit"), loan, "privacy_consent")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(documents.heads(loan.reference())).hasSize(2);
    }

    @Test
    void aBrokerDoesNotReplaceWhatIsSigned() {
        var loan = lending.aLoan();
        var first = documents
                .find(id(generate(as("broker"), loan, "application_form")))
                .orElseThrow();
        documents.markSigned(first.id(), first.content());

        assertThat(generate(as("broker"), loan, "application_form").status()).isEqualTo(403);
        assertThat(generate(as("bd"), loan, "application_form").status()).isEqualTo(201);
    }

    @Test
    void fiveAtOnceAreFiveVersions() throws Exception {
        var loan = lending.aLoan();
        var credit = as("credit");
        var pool = Executors.newFixedThreadPool(5);
        try {
            var answers = pool.invokeAll(IntStream.range(0, 5)
                    .<java.util.concurrent.Callable<Answer>>mapToObj(
                            i -> () -> generate(credit, loan, "privacy_consent"))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(documents.heads(loan.reference())).hasSize(1);
        assertThat(documents.heads(loan.reference()).get(0).version()).isEqualTo(5);
    }

    @Test
    void aRepeatedCallIsAnsweredAgain() {
        var loan = lending.aLoan();
        var credit = as("credit").with("Idempotency-Key", "generate-" + loan.reference());

        var first = generate(credit, loan, "application_form");
        var again = generate(credit, loan, "application_form");

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(documents.heads(loan.reference()).get(0).version()).isEqualTo(1);
    }

    /** What is stored is never older than the application. */
    @Test
    void isPrintedAnewWhenTheApplicationChangesMeanwhile() {
        var loan = lending.aLoan();
        var prints = new AtomicInteger();
        var generated = with(changing(loan, prints, 1));

        var document = generated.generate(loan.reference(), "application_form", null);

        assertThat(prints).hasValue(2);
        assertThat(document.createdBy()).isNull();
        assertThat(documents.heads(loan.reference())).hasSize(1);
    }

    @Test
    void givesUpWhenTheApplicationKeepsChanging() {
        var loan = lending.aLoan();
        var generated = with(changing(loan, new AtomicInteger(), Integer.MAX_VALUE));

        var refusal = catchThrowableOfType(
                Problem.class, () -> generated.generate(loan.reference(), "application_form", null));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(documents.heads(loan.reference())).isEmpty();
    }

    @Test
    void aNumberThatFewMaySeeIsNeverPrinted() {
        var loan = lending.aLoan(application -> {
            ((ObjectNode) application.at("/borrowers/0")).put("tax_file_number", "123456782");
            return application;
        });

        assertThat(text(generate(as("admin"), loan, "application_form"))).doesNotContain("123456782", "6782");
    }

    private static Terms onCondition(String condition) {
        return new Terms(new BigDecimal("350000"), 360, new BigDecimal("6.25"), null, List.of(condition));
    }

    private static ObjectNode withoutPurpose(ObjectNode application) {
        application.remove("purpose");
        return application;
    }

    private GeneratedDocuments with(Letters letters) {
        return new GeneratedDocuments(
                letters,
                context.getBean(Materials.class),
                context.getBean(LoanApplications.class),
                documents,
                contents,
                context.getBean(Visibility.class),
                context.getBean(ApplicationLock.class),
                context,
                context.getBean(PlatformTransactionManager.class));
    }

    /** Letters that take so long that the application changes, so many times. */
    private Letters changing(Loan loan, AtomicInteger prints, int times) {
        var letters = context.getBean(Letters.class);
        return new Letters() {
            @Override
            public PrintedLetter print(String type, Material material) {
                var letter = letters.print(type, material);
                if (prints.incrementAndGet() <= times) {
                    context.getBean(LoanApplications.class).touch(loan.reference(), Instant.now());
                }
                return letter;
            }

            @Override
            public List<Violation> missing(String type, Material material) {
                return letters.missing(type, material);
            }
        };
    }

    private Answer generate(Http caller, Loan loan, @Nullable String type) {
        return caller.post(path(loan), "{\"document_type\": \"" + type + "\"}");
    }

    private static String path(Loan loan) {
        return "/api/applications/" + loan.reference() + "/documents/generated";
    }

    private Http as(String group) {
        return LogIn.api(port, lending.team().email(group));
    }

    private static long id(Answer answer) {
        return answer.json().path("id").asLong();
    }

    private String text(Answer answer) {
        return text(id(answer));
    }

    private String text(long id) {
        var hash = documents.find(id).orElseThrow().content().sha256();
        try (var bytes = contents.open(hash);
                var pdf = Loader.loadPDF(bytes.readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
