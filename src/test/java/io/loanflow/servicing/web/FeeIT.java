package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Fees over HTTP: those of the table, those by hand, and what becomes of them. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class FeeIT {

    private final MoneyCalls money;
    private Loan loan;

    @Autowired
    FeeIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeAll
    void fund() {
        loan = money.funded();
    }

    @Test
    void theApprovalRaisesFourFeesOnce() {
        var approved = money.lending().aLoan().reaches("processing");
        assertThat(money.get("broker", approved, "fees").json().path("items")).isEmpty();
        approved.reaches("approved");
        var fees = money.items(approved, "fees");

        var today = money.today();
        assertThat(fees)
                .extracting(
                        fee -> fee.path("type").asText(),
                        fee -> fee.path("amount").asInt(),
                        fee -> fee.path("due_date").asText(),
                        fee -> fee.path("status").asText())
                .containsExactly(
                        tuple("application", 500, today.plusDays(7).toString(), "unpaid"),
                        tuple("valuation", 800, today.plusDays(14).toString(), "unpaid"),
                        tuple("legal", 1200, today.plusDays(21).toString(), "unpaid"),
                        tuple("settlement", 300, today.plusDays(28).toString(), "unpaid"));

        money.fee(fees.get(1).path("id").asLong(), "waiver");
        approved.movedBy("credit", "processing", "once more").reaches("approved");
        assertThat(money.items(approved, "fees"))
                .extracting(fee -> fee.path("id").asLong())
                .containsExactlyElementsOf(
                        fees.stream().map(fee -> fee.path("id").asLong()).toList());
        assertThat(money.items(approved, "ledger"))
                .extracting(entry -> entry.path("amount").asInt())
                .containsExactly(500, 800, 1200, 300, -800);
    }

    @Test
    void isNotRaisedOnAnApplicationThatIsOver() {
        var over = money.lending().aLoan().movedBy("bd", "withdrawn", "no");

        assertThat(money.as("admin")
                        .post("/api/applications/" + over.reference() + "/fees", "{\"type\": \"other\", \"amount\": 5}")
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "other"})
    void isRaisedByHand(String type) {
        var answer =
                raise("{\"type\": \"%s\", \"description\": \"For the trouble\", \"amount\": \"12.30\",".formatted(type)
                        + " \"due_date\": \"2031-05-06\"}");

        assertThat(answer.status()).isEqualTo(201);
        var fee = answer.json();
        assertThat(fee.path("description").asText()).isEqualTo("For the trouble");
        assertThat(fee.path("due_date").asText()).isEqualTo("2031-05-06");
        assertThat(fee.path("status").asText()).isEqualTo("unpaid");
        assertThat(money.items(loan, "fees")).contains(fee);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/type | {'amount': 10}",
                "/type | {'type': 'application', 'amount': 10}",
                "/type | {'type': 'Other', 'amount': 10}",
                "/type | {'type': ' ', 'amount': 10}",
                "/amount | {'type': 'other'}",
                "/amount | {'type': 'other', 'amount': 0}",
                "/amount | {'type': 'other', 'amount': -10}",
                "/amount | {'type': 'other', 'amount': 1.005}",
                "/amount | {'type': 'other', 'amount': 1e12}",
                "/amount | {'type': 'other', 'amount': 1000000.01}",
                "/description | {'type': 'other', 'amount': 1, 'description': 'a\\u0007b'}",
                "/due_date | {'type': 'other', 'amount': 1, 'due_date': '2001-01-01'}",
                "/due_date | {'type': 'other', 'amount': 1, 'due_date': '2026-02-30'}",
                "/due_date | {'type': 'other', 'amount': 1, 'due_date': '10000-01-01'}",
                "/status | {'type': 'other', 'amount': 1, 'status': 'paid'}",
                "/reference | {'type': 'other', 'amount': 1, 'reference': 'APP-ZZZZZZZZ'}",
            })
    void refusesFeesThatAreNone(String pointer, String body) {
        var before = money.booked(loan);
        var answer = raise(body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsOnly(pointer);
        assertThat(money.booked(loan)).isEqualTo(before);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(raise("{\"type\": 1, \"amount\": \"x\", \"description\": \"" + "x".repeat(201)
                                + "\", \"due_date\": \"soon\", \"by_table\": true}")
                        .pointers())
                .containsExactlyInAnyOrder("/type", "/amount", "/description", "/due_date", "/by_table");
    }

    /** Each fee: what was done before, what is tried, what comes of it. */
    @ParameterizedTest
    @CsvSource({
        ", payment, 200, paid",
        ", waiver, 200, waived",
        ", refund, 409, unpaid",
        "payment, payment, 409, paid",
        "payment, waiver, 409, paid",
        "payment, refund, 200, refunded",
        "waiver, payment, 409, waived",
        "waiver, waiver, 409, waived",
        "waiver, refund, 409, waived",
        "payment refund, payment, 409, refunded",
        "payment refund, refund, 409, refunded",
        "payment refund, waiver, 409, refunded"
    })
    void everythingIsDoneOnce(String before, String deed, int status, String state) {
        var id = money.raise(loan, 20);
        for (var earlier : before == null ? new String[0] : before.split(" ")) {
            assertThat(money.fee(id, earlier).status()).isEqualTo(200);
        }
        var booked = money.booked(loan);

        assertThat(money.fee(id, deed).status()).isEqualTo(status);
        assertThat(fee(id).path("status").asText()).isEqualTo(state);
        assertThat(money.booked(loan).equals(booked)).isEqualTo(status == 409);
    }

    @Test
    void aTransferPaysOneFee() {
        var transfer = "{\"external_reference\": \"" + MoneyCalls.transfer() + "\"}";
        var first = money.raise(loan, 20);
        var second = money.raise(loan, 20);

        assertThat(pay(first, transfer).status()).isEqualTo(200);
        assertThat(pay(second, transfer).status()).isEqualTo(409);
        assertThat(fee(second).path("status").asText()).isEqualTo("unpaid");
        assertThat(pay(second, "").status()).as("without a body").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"received_on\": \"9999-12-31\"}",
                "{\"received_on\": \"2001-01-01\"}",
                "{\"external_reference\": \"a\\u200bb\"}",
                "{\"received_on\": 5}",
                "{\"external_reference\": {}}",
                "{\"amount\": 5}",
                "{\"reason\": \"x\"}",
                "[]",
                "5",
                "{"
            })
    void refusesPaymentsOfAFeeThatAreNone(String body) {
        var id = money.raise(loan, 20);

        assertThat(pay(id, body).status()).isEqualTo(400);
        assertThat(fee(id).path("status").asText()).isEqualTo("unpaid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999999"})
    void anIdThatNoneHasIsAbsent(String id) {
        assertThat(pay(Long.parseLong(id), "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.5", "99999999999999999999", "1%20or%201=1"})
    void anIdThatIsNoneIsRefused(String id) {
        assertThat(money.as("accounts")
                        .post("/api/fees/" + id + "/payment", "{}")
                        .status())
                .isEqualTo(400);
    }

    private Answer raise(String body) {
        return money.post(loan, "fees", body);
    }

    private Answer pay(long id, String body) {
        return money.as("accounts").post("/api/fees/" + id + "/payment", body);
    }

    private JsonNode fee(long id) {
        return money.items(loan, "fees").stream()
                .filter(fee -> fee.path("id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }
}
