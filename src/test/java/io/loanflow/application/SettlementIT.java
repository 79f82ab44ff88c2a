package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is ticked off between the approval and the funding. */
@LoanflowIT
@Tag("service")
class SettlementIT {

    private final Lending lending;
    private final Api api;

    @Autowired
    SettlementIT(ApplicationContext context) {
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
    }

    @Test
    void theWayToFundedOpensWhenEveryItemIsTickedAndEveryConditionMet() {
        var loan = approved().reaches("settlement");

        assertThat(codesAgainstFunding(loan)).contains("checklist_open", "condition_open");
        lending.checklist(loan)
                .forEach(code -> assertThat(tick(loan, code, true).status()).isEqualTo(200));
        assertThat(codesAgainstFunding(loan)).containsOnly("condition_open");
        assertThat(meet(loan, true).json().at("/items/0/met").asBoolean()).isTrue();
        assertThat(codesAgainstFunding(loan)).isEmpty();
        assertThat(meet(loan, false).json().at("/items/0/met").asBoolean()).isFalse();
        assertThat(codesAgainstFunding(loan)).containsOnly("condition_open");
    }

    @Test
    void whoeverHasReadTheApplicationBeforeATickIsToldThatItHasChanged() {
        var loan = approved();
        var before = read(loan);

        assertThat(meet(loan, true).status()).isEqualTo(200);
        var met = read(loan);
        assertThat(tick(loan, lending.checklist(loan).get(0), true).status()).isEqualTo(200);
        var ticked = read(loan);

        assertThat(met.json().path("version").asLong())
                .isGreaterThan(before.json().path("version").asLong());
        assertThat(ticked.json().path("version").asLong())
                .isGreaterThan(met.json().path("version").asLong());
        assertThat(readAgain(loan, met)).isEqualTo(200);
        assertThat(readAgain(loan, ticked)).isEqualTo(304);
        assertThat(api.as("bd")
                        .with("If-Match", before.header("ETag"))
                        .send("PATCH", path(loan), "{\"purpose\": \"late\"}", "application/json")
                        .status())
                .isEqualTo(412);
    }

    /** A claim is no new version, and yet the application reads differently. */
    @Test
    void whoeverHasReadTheApplicationBeforeAClaimIsToldThatItReadsDifferently() {
        var loan = lending.aLoan().reaches("processing");
        var before = api.as("credit").get(path(loan));

        var task = loan.task("Activity_DecideCredit").id();
        assertThat(api.as("credit").post("/api/tasks/" + task + "/claim", "{}").status())
                .isIn(200, 204);

        var after =
                api.as("credit").with("If-None-Match", before.header("ETag")).get(path(loan));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).isNotEqualTo(before.text());
        assertThat(api.as("credit")
                        .with("If-Match", before.header("ETag"))
                        .send("PATCH", path(loan), "{\"purpose\": \"in time\"}", "application/json")
                        .status())
                .as("the version is the same")
                .isEqualTo(200);
    }

    @Test
    void nothingIsTickedOffBeforeAnApprovalOrAfterTheFunding() {
        var early = lending.aLoan();
        var item = lending.checklist(early).get(0);
        assertThat(tick(early, item, true).status()).isEqualTo(409);
        early.reaches("processing");
        assertThat(tick(early, item, true).status()).isEqualTo(409);

        var late = approved();
        assertThat(meet(late, true).status()).isEqualTo(200);
        late.reaches("funded");
        assertThat(tick(late, item, false).status()).isEqualTo(409);
        assertThat(meet(late, false).status()).isEqualTo(409);
        assertThat(meet(late, false).json().path("stage").asText()).isEqualTo("funded");
        assertThat(read(late).json().at("/terms/conditions/0/met").asBoolean()).isTrue();
    }

    @Test
    void refusesWhatThereIsNot() {
        var loan = approved();
        assertThat(tick(loan, "nothing", true).status()).isEqualTo(404);
        assertThat(api.as("bd")
                        .send("PATCH", path(loan) + "/conditions/1", "{\"met\": true}", "application/json")
                        .status())
                .isEqualTo(404);
        assertThat(api.as("bd")
                        .put(
                                path(loan) + "/checklist/"
                                        + lending.checklist(loan).get(0),
                                "{}")
                        .pointers())
                .containsExactly("/done");
    }

    private Loan approved() {
        return lending.aLoan().reaches("processing").approvedOn("{\"conditions\": [\"Sell the old house\"]}", null);
    }

    private Http.Answer read(Loan loan) {
        return api.as("bd").get(path(loan));
    }

    private int readAgain(Loan loan, Http.Answer known) {
        return api.as("bd")
                .with("If-None-Match", known.header("ETag"))
                .get(path(loan))
                .status();
    }

    private Http.Answer tick(Loan loan, String code, boolean done) {
        return api.as("bd").put(path(loan) + "/checklist/" + code, "{\"done\": " + done + "}");
    }

    private Http.Answer meet(Loan loan, boolean met) {
        var condition = read(loan).json().at("/terms/conditions/0/id").asText();
        return api.as("bd")
                .send("PATCH", path(loan) + "/conditions/" + condition, "{\"met\": " + met + "}", "application/json");
    }

    private java.util.List<String> codesAgainstFunding(Loan loan) {
        var transitions = api.as("accounts").get(path(loan) + "/transitions").json();
        for (var transition : transitions.path("items")) {
            if (transition.path("to").asText().equals("funded")) {
                return transition.path("blocked_by").findValuesAsText("code");
            }
        }
        throw new AssertionError(transitions.toString());
    }

    private static String path(Loan loan) {
        return "/api/applications/" + loan.reference();
    }
}
