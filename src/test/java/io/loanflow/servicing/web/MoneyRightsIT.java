package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may read and who may write the money of one loan. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class MoneyRightsIT {

    private static final List<String> FOR_BORROWERS = List.of("loan", "schedule", "repayments", "payments");
    private static final List<String> INTERNAL = List.of("fees", "ledger", "payout-figure", "funding-calculations");

    private final MoneyCalls money;
    private final MoneyCalls strangers;
    private final Map<String, String> writes = new LinkedHashMap<>();
    private Loan loan;
    private String transfer;

    @Autowired
    MoneyRightsIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
        this.strangers = new MoneyCalls(context);
    }

    @BeforeAll
    void bookSomething() {
        loan = money.funded();
        money.letBorrow("client", loan);
        transfer = MoneyCalls.transfer();
        var payment = money.pay(loan, 100, transfer).json().path("id").asLong();
        money.reverse(money.pay(loan, 50).json().path("id").asLong());
        var unpaid = money.raise(loan, 30);
        var paid = money.raise(loan, 40);
        money.fee(paid, "payment");
        writes.put(MoneyCalls.path(loan, "payments"), money.payment(10, MoneyCalls.transfer()));
        writes.put(MoneyCalls.path(loan, "fees"), "{\"type\": \"other\", \"amount\": 10}");
        writes.put(MoneyCalls.path(loan, "extension"), "{\"rate\": 5, \"repayment\": 3000}");
        writes.put("/api/fees/" + unpaid + "/payment", "{}");
        writes.put("/api/fees/" + unpaid + "/waiver", "{}");
        writes.put("/api/fees/" + paid + "/refund", "{}");
        writes.put("/api/payments/" + payment + "/reversal", "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit", "bd", "broker", "client"})
    void onlyAccountsAndAdminsWrite(String group) {
        assertNothingIsWritten(money.as(group), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bd", "broker", "client", "analyst"})
    void nobodyWritesWhatTheyDoNotSee(String group) {
        assertNothingIsWritten(strangers.as(group), 404);
    }

    @Test
    void nobodyWritesWithoutALogIn() {
        assertNothingIsWritten(new Http(port()), 401);
    }

    /** What refuses everybody else takes these two, so the refusals above are about the group. */
    @ParameterizedTest
    @ValueSource(strings = {"accounts", "admin"})
    void accountsAndAdminsWrite(String group) {
        var own = money.funded();
        var payer = money.as(group).with("Idempotency-Key", "rights-" + own.reference());
        var paid = payer.post(MoneyCalls.path(own, "payments"), money.payment(10, MoneyCalls.transfer()));

        assertThat(paid.status()).isEqualTo(201);
        assertThat(money.as(group)
                        .post("/api/payments/" + paid.json().path("id").asLong() + "/reversal", "")
                        .status())
                .isEqualTo(200);
        for (var deeds : List.of(List.of("payment", "refund"), List.of("waiver"))) {
            var raised =
                    money.as(group).post(MoneyCalls.path(own, "fees"), "{\"type\": \"broker\", \"amount\": \"10.50\"}");
            assertThat(raised.status()).isEqualTo(201);
            deeds.forEach(deed -> assertThat(money.as(group)
                            .post("/api/fees/" + raised.json().path("id").asLong() + "/" + deed, "")
                            .status())
                    .isEqualTo(200));
        }
        assertThat(money.as(group)
                        .post(MoneyCalls.path(own, "extension"), "{\"rate\": 5, \"repayment\": 3000}")
                        .status())
                .isEqualTo(201);
    }

    /** Somebody of accounts who borrows: their colleagues record it. */
    @Test
    void nobodyWritesOnALoanOfTheirOwn() {
        var own = money.funded();
        money.letBorrow("accounts", own);

        assertThat(money.pay(own, 10).status()).isEqualTo(403);
        assertThat(money.post(own, "extension", "{\"rate\": 5, \"repayment\": 3000}")
                        .status())
                .isEqualTo(403);
        assertThat(money.get("accounts", own, "ledger").status()).isEqualTo(200);
    }

    @Test
    void borrowersReadTheirScheduleAndPayments() {
        var softly = new SoftAssertions();
        FOR_BORROWERS.forEach(
                what -> softly.assertThat(money.get("client", loan, what).status())
                        .as(what)
                        .isEqualTo(200));
        INTERNAL.forEach(
                what -> softly.assertThat(money.get("client", loan, what).status())
                        .as(what)
                        .isEqualTo(403));
        softly.assertAll();
    }

    @Test
    void borrowersReadNothingInternalOfAPayment() {
        var internal = List.of(
                transfer, "bounced", money.lending().team().member("accounts").userId());

        assertThat(money.get("broker", loan, "payments").text()).contains(internal);
        var shown = money.get("client", loan, "payments");
        assertThat(shown.text()).doesNotContain(internal).contains("\"status\":\"reversed\"");
        assertThat(shown.json().path("items")).hasSize(2);
    }

    /** A broker, or somebody of the staff, who borrows where somebody else is the broker. */
    @ParameterizedTest
    @ValueSource(strings = {"broker", "bd"})
    void whoBorrowsElsewhereIsABorrowerThere(String group) {
        var own = strangers.funded();
        money.letBorrow(group, own);
        strangers.pay(own, 20, "T-hidden-" + own.reference());

        FOR_BORROWERS.forEach(
                what -> assertThat(money.get(group, own, what).status()).isEqualTo(200));
        INTERNAL.forEach(
                what -> assertThat(money.get(group, own, what).status()).isEqualTo(403));
        assertThat(money.get(group, own, "payments").text()).doesNotContain("T-hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "repayments", "payments", "fees", "ledger", "payout-figure"})
    void whatIsOutOfSightLooksAbsent(String what) {
        for (var group : List.of("client", "broker", "bd", "analyst")) {
            var absent = strangers.as(group).get("/api/applications/APP-ZZZZZZZZ/" + what);
            var foreign = strangers.get(group, loan, what);
            assertThat(foreign.status()).as(group).isEqualTo(404);
            assertThat(comparable(foreign)).as(group).isEqualTo(comparable(absent));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit", "bd", "broker", "accounts", "admin"})
    void theStaffReadsEverything(String group) {
        FOR_BORROWERS.forEach(what ->
                assertThat(money.get(group, loan, what).status()).as(what).isEqualTo(200));
        INTERNAL.forEach(what ->
                assertThat(money.get(group, loan, what).status()).as(what).isEqualTo(200));
    }

    private void assertNothingIsWritten(Http caller, int status) {
        var before = money.booked(loan);
        var softly = new SoftAssertions();
        writes.forEach((path, body) -> softly.assertThat(caller.with("Idempotency-Key", MoneyCalls.transfer())
                        .post(path, body)
                        .status())
                .as(path)
                .isEqualTo(status));
        softly.assertThat(money.booked(loan)).isEqualTo(before);
        softly.assertAll();
    }

    private int port() {
        return money.lending().spring().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private String comparable(Answer answer) {
        return answer.text().replace(loan.reference(), "APP").replace("APP-ZZZZZZZZ", "APP");
    }
}
