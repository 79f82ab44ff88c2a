package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody stands behind one application and is changed on their own, or through another one. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class PartyChangesIT {

    private final Lending lending;
    private final Api api;

    @Autowired
    PartyChangesIT(ApplicationContext context) {
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
    }

    @ParameterizedTest
    @ValueSource(strings = {"settlement", "funded"})
    void areRefusedWhereNobodyMayChangeTheApplicationAnyMore(String stage) {
        var loan = lending.aLoan();
        var other = sharing(loan);
        loan.reaches(stage);
        var before = state(loan, other);

        for (var group : List.of("bd", "admin")) {
            for (var refused : changes(api.as(group), loan, other)) {
                assertThat(refused.status()).as(refused.text()).isEqualTo(409);
                assertThat(refused.json().path("stage").asText()).isEqualTo(stage);
            }
        }
        assertThat(state(loan, other)).isEqualTo(before);
    }

    @Test
    void areRefusedToThoseWhoMayNotChangeTheApplicationInItsStage() {
        var loan = lending.aLoan();
        var other = sharing(loan);
        loan.reaches("processing");
        var before = state(loan, other);

        for (var refused : changes(api.as("broker"), loan, other)) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        }
        assertThat(state(loan, other)).isEqualTo(before);

        for (var allowed : changes(api.as("bd"), loan, other)) {
            assertThat(allowed.status()).as(allowed.text()).isIn(200, 201);
        }
    }

    @Test
    void areAllowedWhereEveryApplicationAllowsThem() {
        var loan = lending.aLoan();
        var other = sharing(loan);
        var first = etag(loan);

        assertThat(patch(api.as("broker"), borrower(loan), "{\"first_name\": \"Anna\"}")
                        .status())
                .isEqualTo(200);
        assertThat(shown(loan, "Activity_CompleteInquiry", "borrowers")).isEqualTo("Anna Borrower");
        var second = etag(loan);
        assertThat(through(api.as("broker"), other, "\"annual_income\": 140000").status())
                .isEqualTo(200);

        assertThat(List.of(first, second, etag(loan))).doesNotHaveDuplicates();
        assertThat(application(loan).at("/borrowers/0/annual_income").asInt()).isEqualTo(140_000);
    }

    @Test
    void assessTheApplicationAnewAndShowItInItsTask() {
        var loan = lending.aLoan();
        var other = sharing(loan);
        loan.reaches("processing");

        assertThat(patch(api.as("bd"), borrower(loan), "{\"annual_income\": 150000}")
                        .status())
                .isEqualTo(200);
        assertThat(incomes(loan)).containsExactly(180_000, 150_000);
        assertThat(through(api.as("bd"), other, "\"annual_income\": 20000").status())
                .isEqualTo(200);
        assertThat(incomes(loan)).containsExactly(180_000, 150_000, 20_000);
        var etag = etag(loan);
        var same = patch(api.as("bd"), borrower(loan), "{\"annual_income\": 20000}");

        assertThat(same.status()).isEqualTo(200);
        assertThat(incomes(loan)).as("nothing differs").hasSize(3);
        assertThat(etag(loan)).isEqualTo(etag);
        assertThat(eligibility(loan)).contains("Refused");
    }

    @Test
    void assessTheApplicationAnewWhenSomebodyOwesMoreOrLess() {
        var loan = lending.aLoan();
        loan.reaches("processing");
        var liabilities = borrower(loan) + "/liabilities";
        var etag = etag(loan);

        var added = api.as("bd").post(liabilities, "{\"type\": \"car_loan\", \"monthly_payment\": 400}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(etag(loan)).isNotEqualTo(etag);
        var one = liabilities + "/" + added.json().path("id").asLong();
        patch(api.as("bd"), one, "{\"monthly_payment\": 9000}");
        assertThat(eligibility(loan)).contains("Refused");
        api.as("bd").delete(one);

        assertThat(inputs(loan, "monthly_debt_payments")).containsExactly(0, 400, 9_000, 0);
        assertThat(eligibility(loan)).doesNotContain("Refused");
    }

    @Test
    void assessTheApplicationAnewWhenAGuarantorEarnsMore() {
        var loan = lending.aLoan(application -> {
            application
                    .withArray("/guarantors")
                    .addObject()
                    .put("first_name", "Gus")
                    .put("last_name", "Guarantor")
                    .put("income_counts", true)
                    .put("annual_income", 10_000);
            return application;
        });
        loan.reaches("processing");
        var guarantor =
                "/api/guarantors/" + application(loan).at("/guarantors/0/id").asLong();

        assertThat(patch(api.as("broker"), guarantor, "{\"annual_income\": 90000}")
                        .status())
                .isEqualTo(409);
        assertThat(patch(api.as("bd"), guarantor, "{\"annual_income\": 20000}").status())
                .isEqualTo(200);

        assertThat(incomes(loan)).containsExactly(190_000, 200_000);
    }

    @Test
    void takeAnApprovedApplicationBackToBeAssessed() {
        var loan = lending.aLoan().reaches("approved");

        assertThat(patch(api.as("bd"), borrower(loan), "{\"email\": \"new@example.com\"}")
                        .status())
                .isEqualTo(200);
        loan.isIn("approved");
        assertThat(patch(api.as("bd"), borrower(loan), "{\"annual_income\": 150000}")
                        .status())
                .isEqualTo(200);

        loan.isIn("processing");
    }

    @Test
    void areTheEntriesOfSomebodyWhoDoesNotApprove() {
        var alone = lending.aLoan().reaches("processing");
        assertThat(patch(api.as("credit"), borrower(alone), "{\"annual_income\": 170000}")
                        .status())
                .isEqualTo(200);
        var shared = lending.aLoan();
        var other = sharing(shared);
        shared.reaches("processing");
        other.reaches("processing");
        assertThat(through(api.as("credit"), other, "\"annual_income\": 170000").status())
                .isEqualTo(200);
        var owing = lending.aLoan().reaches("processing");
        assertThat(api.as("credit")
                        .post(borrower(owing) + "/liabilities", "{\"monthly_payment\": 1}")
                        .status())
                .isEqualTo(201);

        for (var loan : List.of(alone, shared, other, owing)) {
            assertFourEyesAreNeededFor(loan);
        }
    }

    @Test
    void areTheEntriesOfSomebodyWhoDoesNotApproveEvenWhenTheApplicationWasOverForAWhile() {
        var loan = lending.aLoan();
        loan.movedBy("bd", "declined", "too early");
        var etag = etag(loan);
        assertThat(patch(api.as("credit"), borrower(loan), "{\"annual_income\": 170000}")
                        .status())
                .isEqualTo(200);
        assertThat(etag(loan)).isNotEqualTo(etag);
        loan.movedBy("admin", "inquiry", "now then").reaches("processing");

        assertFourEyesAreNeededFor(loan);
    }

    @Test
    void ofContactDetailsAreAllowedAtAnyTime() {
        var loan = lending.aLoan();
        var other = sharing(loan);
        var contact = "\"phone\": \"0499 999 99%d\", \"email\": \"new%d@example.com\"";
        int n = 0;
        for (var stage : List.of("processing", "approved", "settlement", "funded")) {
            loan.reaches(stage);
            var etag = etag(loan);
            assertThat(patch(api.as("broker"), borrower(loan), "{" + contact.formatted(n, n++) + "}")
                            .status())
                    .as(stage)
                    .isEqualTo(200);
            assertThat(through(api.as("broker"), other, contact.formatted(n, n++))
                            .status())
                    .as(stage)
                    .isEqualTo(200);
            assertThat(etag(loan)).isNotEqualTo(etag);
            loan.isIn(stage);
        }
        assertThat(application(loan).at("/borrowers/0/email").asText()).isEqualTo("new7@example.com");
        assertThat(incomes(loan)).as("assessed once on entry, once on approval").hasSize(2);
    }

    @Test
    void whoeverEnteredAnIncomeBeforeThereWasAnApplicationDoesNotApproveIt() {
        var credit = api.as("credit");
        var person = Lending.complete().at("/borrowers/0").toString();
        var id = credit.post("/api/borrowers", person).json().path("id").asLong();
        var loan = lending.handedInBy("admin", application -> {
            application.putArray("borrowers").addObject().put("id", id);
            return application;
        });
        assertFourEyesAreNeededFor(loan.reaches("processing"));
    }

    @Test
    void whoeverEnteredADebtForAnotherApplicationDoesNotApprove() {
        var first = lending.aLoan().reaches("processing");
        var debt = api.as("credit").post(borrower(first) + "/liabilities", "{\"monthly_payment\": 5}");
        assertThat(debt.status()).as(debt.text()).isEqualTo(201);
        assertFourEyesAreNeededFor(sharing(first).reaches("processing"));
    }

    @Test
    void aPhoneChangedThroughTheApplicationIsNoFigure() {
        var loan = lending.aLoan().reaches("processing");
        var id = application(loan).at("/borrowers/0/id").asLong();
        var changed = api.as("credit")
                .send(
                        "PATCH",
                        "/api/applications/" + loan.reference(),
                        "{\"borrowers\": [{\"id\": " + id + ", \"phone\": \"0499999999\"}]}",
                        "application/merge-patch+json");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(approve(api.as("credit"), loan).status()).isEqualTo(200);
    }

    @Test
    void whatSomebodyOwnsIsEnteredWhileTheApplicationMayBeChanged() {
        var loan = lending.aLoan().reaches("processing");
        var asset = "{\"value\": 5}";
        assertThat(api.as("broker").post(borrower(loan) + "/assets", asset).status())
                .isEqualTo(409);
        assertThat(api.as("bd").post(borrower(loan) + "/assets", asset).status())
                .isEqualTo(201);
        loan.reaches("settlement");
        assertThat(api.as("bd").post(borrower(loan) + "/assets", asset).status())
                .isEqualTo(409);
    }

    @Test
    void ofContactDetailsKeepNobodyFromApproving() {
        var loan = lending.aLoan().reaches("processing");
        patch(api.as("credit"), borrower(loan), "{\"phone\": \"0499999999\"}");
        api.as("credit").post(borrower(loan) + "/assets", "{\"value\": 5}");

        assertThat(approve(api.as("credit"), loan).status()).isEqualTo(200);
        assertThat(incomes(loan)).as("assessed once on entry, once on approval").hasSize(2);
    }

    private void assertFourEyesAreNeededFor(Loan loan) {
        var refused = approve(api.as("credit"), loan);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("violations").findValuesAsText("code")).containsExactly("four_eyes");
        var colleague = new Api(lending.spring(), new Lending(lending.spring()).team()).as("credit");
        assertThat(approve(colleague, loan).status()).isEqualTo(200);
    }

    /** Another application of the same borrower, who is named by id. */
    private Loan sharing(Loan loan) {
        var id = application(loan).at("/borrowers/0/id").asLong();
        return lending.aLoan(application -> {
            application.putArray("borrowers").addObject().put("id", id);
            return application;
        });
    }

    /** The ways in which figures of the shared borrower can be changed. */
    private List<Http.Answer> changes(Http caller, Loan loan, Loan other) {
        return Stream.of(
                        patch(caller, borrower(loan), "{\"annual_income\": 90000, \"phone\": \"0499999999\"}"),
                        through(caller, other, "\"annual_income\": 80000"),
                        caller.post(borrower(loan) + "/liabilities", "{\"monthly_payment\": 100}"))
                .toList();
    }

    /** The shared borrower changed through another application, together with something of that application. */
    private Http.Answer through(Http caller, Loan other, String fields) {
        var id = application(other).at("/borrowers/0/id").asLong();
        return patch(
                caller,
                path(other),
                "{\"purpose\": \"another\", \"borrowers\": [{\"id\": " + id + ", " + fields + "}]}");
    }

    /** What must be the same after a refusal. */
    private List<String> state(Loan... loans) {
        return Stream.of(loans)
                .flatMap(loan -> Stream.of(
                        application(loan).toString(),
                        api.as("admin").get(borrower(loan) + "/liabilities").text(),
                        assessments(loan).toString()))
                .toList();
    }

    private Http.Answer approve(Http caller, Loan loan) {
        return caller.post(path(loan) + "/transitions", "{\"to\": \"approved\"}");
    }

    private String eligibility(Loan loan) {
        return shown(loan, "Activity_DecideCredit", "eligibility");
    }

    private String shown(Loan loan, String step, String field) {
        return api.as("admin")
                .get("/api/tasks/" + loan.task(step).id())
                .json()
                .path("shown")
                .path(field)
                .asText();
    }

    private List<Integer> incomes(Loan loan) {
        return inputs(loan, "annual_income");
    }

    private List<Integer> inputs(Loan loan, String name) {
        return assessments(loan).findValues(name).stream().map(JsonNode::asInt).toList();
    }

    private JsonNode assessments(Loan loan) {
        return api.as("admin").get(path(loan) + "/assessments").json().path("items");
    }

    private String borrower(Loan loan) {
        return "/api/borrowers/" + application(loan).at("/borrowers/0/id").asLong();
    }

    private String etag(Loan loan) {
        return api.as("admin").get(path(loan)).header("ETag");
    }

    private JsonNode application(Loan loan) {
        return api.as("admin").get(path(loan)).json();
    }

    private static Http.Answer patch(Http caller, String path, String body) {
        return caller.send("PATCH", path, body, "application/json");
    }

    private static String path(Loan loan) {
        return "/api/applications/" + loan.reference();
    }
}
