package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.identity.AccountUse;
import io.loanflow.testing.Api;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left of a loan when it is paid out, and what is kept of that. */
@LoanflowIT
@Tag("service")
class FundingIT {

    private static final String MILLION = "{\"amount\": 1000000, \"rate\": 10%s}";

    private final ApplicationContext context;
    private final Lending lending;
    private final Api api;
    private final JdbcClient database;

    @Autowired
    FundingIT(ApplicationContext context) {
        this.context = context;
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
        this.database = lending.database();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd", "credit", "accounts", "admin"})
    void calculatesForThoseWhoWorkWithLoans(String group) {
        var answer = calculate(group, "");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("total_fees").decimalValue()).isEqualByComparingTo("164070.00");
        assertThat(answer.json().path("funds_available").decimalValue()).isEqualByComparingTo("835930.00");
        assertThat(answer.json().path("lines")).hasSize(10);
        assertThat(answer.text()).contains("\"lines\":[{\"name\":\"establishment_fee\",\"amount\":20000.00},");
        assertThat(answer.json().path("id").isNumber()).isFalse();
    }

    @Test
    void takesEveryInputByTheNameItAnswers() {
        var inputs = calculate("broker", "").json().path("inputs");
        var given = new StringBuilder();
        inputs.fieldNames().forEachRemaining(name -> {
            if (!name.equals("amount") && !name.equals("rate")) {
                given.append(", \"").append(name).append("\": 0");
            }
        });
        var answer = calculate("broker", given.toString());

        assertThat(inputs).hasSize(13);
        assertThat(answer.text()).contains("\"total_fees\":0.00");
        assertThat(answer.json().path("funds_available").decimalValue()).isEqualByComparingTo("1000000");
    }

    @Test
    void keepsWhatNamesAnApplicationAndShowsTheNewestFirst() {
        var loan = lending.aLoan();
        var first = calculate("broker", named(loan)).json();
        var second = calculate("credit", named(loan) + ", \"capitalised_months\": \"12\", \"working_fee\": \"7.50\"")
                .json();

        assertThat(first.path("application").asText()).isEqualTo(loan.reference());
        assertThat(first.path("by").asText())
                .isEqualTo(lending.team().member("broker").userId());
        assertThat(second.path("total_fees").decimalValue()).isEqualByComparingTo("204227.50");
        assertThat(kept("bd", loan).json().path("items")).containsExactly(second, first);
        assertThat(kept("broker", lending.aLoan()).json().path("items")).isEmpty();
    }

    @Test
    void aRepeatedCallKeepsOne() {
        var loan = lending.aLoan();
        var caller = api.as("broker").with("Idempotency-Key", "funding-" + loan.reference());
        var body = MILLION.formatted(named(loan));
        var first = caller.post("/api/funding-calculations", body);
        var again = caller.post("/api/funding-calculations", body);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(kept("broker", loan).json().path("items")).hasSize(1);
    }

    @Test
    void nothingIsKeptWithAnApplicationThatIsOutOfSight() {
        var foreign = new Lending(context).aLoan();

        var refused = calculate("broker", named(foreign));
        var absent = calculate("broker", ", \"application\": \"APP-ZZZZZZZZ\"");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text().replace(foreign.reference(), "X"))
                .isEqualTo(absent.text().replace("APP-ZZZZZZZZ", "X"));
        assertThat(calculate("accounts", named(foreign)).status())
                .as("not at a stage that accounts see")
                .isEqualTo(404);
        assertThat(kept("broker", foreign).status()).isEqualTo(404);
        assertThat(kept("credit", foreign).json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "broker"})
    void whoBorrowsInAnApplicationIsRefused(String group) {
        var loan = lending.aLoan();
        var others = new Lending(context).team();
        database.sql("update borrower set user_id = :user where id in"
                        + " (select borrower_id from application_borrower where reference = :reference)")
                .param("user", others.member(group).userId())
                .param("reference", loan.reference())
                .update();
        var borrower = new Api(context, others).as(group);

        assertThat(borrower.get("/api/applications/" + loan.reference()).status())
                .isEqualTo(200);
        assertThat(borrower.get(path(loan)).status()).isEqualTo(403);
        assertThat(borrower.post("/api/funding-calculations", MILLION.formatted(named(loan)))
                        .status())
                .isEqualTo(403);
        assertThat(kept("credit", loan).json().path("items")).isEmpty();
    }

    @Test
    void refusesEverythingThatIsWrongAtOnce() {
        var answer = api.as("broker").post("/api/funding-calculations", """
                        {"amount": 999, "rate": 51, "application": 5, "capitalised_months": 481, "establishment_rate": -1,
                         "line_fee_rate": 101, "brokerage_rate": "x", "application_fee": -0.01, "due_diligence_fee": 1.001,
                         "legal_fee": 1e12, "gst_rate": 100.01, "valuation_fee": -1, "account_fee": "a", "working_fee": true,
                         "funds_available": 1}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/amount",
                        "/rate",
                        "/application",
                        "/capitalised_months",
                        "/establishment_rate",
                        "/line_fee_rate",
                        "/brokerage_rate",
                        "/application_fee",
                        "/due_diligence_fee",
                        "/legal_fee",
                        "/gst_rate",
                        "/valuation_fee",
                        "/account_fee",
                        "/working_fee",
                        "/funds_available");
        assertThat(api.as("broker").post("/api/funding-calculations", "{}").pointers())
                .containsExactlyInAnyOrder("/amount", "/rate");
    }

    @Test
    void keepsTheLargestThatCanBeAsked() {
        var loan = lending.aLoan();
        var most = "999999999999.99";
        var answer = api.as("broker")
                .post(
                        "/api/funding-calculations",
                        ("{\"amount\": 100000000, \"rate\": 50, \"capitalised_months\": 480, \"account_fee\": %s,"
                                        + " \"legal_fee\": %s, \"gst_rate\": 100, \"establishment_rate\": 100%s}")
                                .formatted(most, most, named(loan)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("funds_available").decimalValue()).isNegative();
        assertThat(kept("broker", loan).json().at("/items/0")).isEqualTo(answer.json());
    }

    @Test
    void whatIsKeptStaysAsItIs() {
        var loan = lending.aLoan();
        calculate("broker", named(loan));

        for (var change :
                new String[] {"update funding_calculation set total_fees = 0", "delete from funding_calculation"}) {
            assertThatThrownBy(() -> database.sql(change + " where reference = :reference")
                            .param("reference", loan.reference())
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
        assertThat(context.getBeansOfType(AccountUse.class).get("calculationUse"))
                .satisfies(
                        use -> assertThat(use.of(lending.team().member("broker").userId()))
                                .contains("funding calculations"))
                .satisfies(
                        use -> assertThat(use.of(lending.team().member("credit").userId()))
                                .isEmpty());
    }

    private Answer calculate(String group, String more) {
        return api.as(group).post("/api/funding-calculations", MILLION.formatted(more));
    }

    private Answer kept(String group, Loan loan) {
        return api.as(group).get(path(loan));
    }

    private static String path(Loan loan) {
        return "/api/applications/" + loan.reference() + "/funding-calculations";
    }

    private static String named(Loan loan) {
        return ", \"application\": \"" + loan.reference() + "\"";
    }
}
