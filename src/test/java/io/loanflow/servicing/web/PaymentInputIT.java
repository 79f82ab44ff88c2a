package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Payments that cannot be: each is refused, and nothing is booked. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class PaymentInputIT {

    private final MoneyCalls money;
    private Loan loan;
    private String before;

    @Autowired
    PaymentInputIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeAll
    void fund() {
        loan = money.funded();
        money.pay(loan, 100, "T-1-" + loan.reference());
        before = money.booked(loan);
    }

    @AfterEach
    void nothingIsBooked() {
        assertThat(money.booked(loan)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "\"0\"",
                "-0.01",
                "-100",
                "1.001",
                "\"100.999\"",
                "1e15",
                "999999999999999",
                "1e-3",
                "\"1e999999999\"",
                "\"abc\"",
                "\"NaN\"",
                "\"Infinity\"",
                "\"1,000\"",
                "\"١٠٠\"",
                "true",
                "[100]",
                "{\"value\": 100}",
                "null",
                "\"\"",
                "\" \""
            })
    void refusesAmountsThatAreNone(String amount) {
        var answer = pay(money.payment(amount, MoneyCalls.transfer()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-02-30\"",
                "\"tomorrow\"",
                "\"31/01/2026\"",
                "20260131",
                "null",
                "\"\"",
                "[]",
                "\"-2026-01-31\"",
                "\"+20260-01-31\"",
                "\"2026-01-31T00:00:00Z\""
            })
    void refusesDaysThatAreNone(String day) {
        assertRefused("/received_on", day, "\"" + MoneyCalls.transfer() + "\"");
    }

    @Test
    void refusesDaysThatHaveNotComeOrWereBeforeTheFunding() {
        assertRefused("/received_on", "\"" + money.today().plusDays(1) + "\"", "\"T\"");
        assertRefused("/received_on", "\"9999-12-31\"", "\"T\"");
        assertRefused("/received_on", "\"" + money.today().minusDays(1) + "\"", "\"T\"");
        assertRefused("/received_on", "\"0001-01-01\"", "\"T\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"   \"", "5", "true", "[\"T\"]", "\"a\\u0000b\"", "\"\\ud800\""})
    void refusesTransfersWithoutAName(String transfer) {
        assertRefused("/external_reference", "\"" + money.today() + "\"", transfer);
    }

    @Test
    void refusesATransferWithALongerNameThanBanksGive() {
        assertRefused("/external_reference", "\"" + money.today() + "\"", "\"" + "x".repeat(101) + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "reference", "recorded_by", "status", "reversed_at", "externalReference", "receivedOn"})
    void refusesFieldsThatNobodyMayGive(String field) {
        var answer = pay("{\"" + field + "\": 1, " + money.payment(10, "T").substring(1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/" + field);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(pay("{}").pointers()).containsExactlyInAnyOrder("/amount", "/received_on", "/external_reference");
        assertThat(pay("{\"amount\": -1, \"received_on\": \"9999-01-01\", \"external_reference\": \" \", \"by\": 1}")
                        .pointers())
                .containsExactlyInAnyOrder("/amount", "/received_on", "/external_reference", "/by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "\"amount\"", "{", "{\"amount\": NaN}", "{\"amount\": 1, }"})
    void refusesWhatIsNoPaymentAtAll(String body) {
        assertThat(pay(body).status()).isEqualTo(400);
    }

    @Test
    void needsAKey() {
        var body = money.payment(10, MoneyCalls.transfer());
        var keyless = money.as("accounts").post(MoneyCalls.path(loan, "payments"), body);

        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.json().at("/violations/0/code").asText()).isEqualTo("key_needed");
        assertThat(money.as("accounts")
                        .post(MoneyCalls.path(loan, "payments"), "{\"amount\": -1}")
                        .pointers())
                .as("everything at once")
                .containsExactlyInAnyOrder("", "/amount", "/received_on", "/external_reference");
        for (var key : new String[] {" ", "k".repeat(201)}) {
            assertThat(money.as("accounts")
                            .with("Idempotency-Key", key)
                            .post(MoneyCalls.path(loan, "payments"), body)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aKeyIsGoodForOnePaymentOnly() {
        var other = money.funded();
        var payer = money.payer();
        assertThat(payer.post(MoneyCalls.path(other, "payments"), money.payment(10, MoneyCalls.transfer()))
                        .status())
                .isEqualTo(201);

        var used = payer.post(MoneyCalls.path(loan, "payments"), money.payment(10, MoneyCalls.transfer()));
        assertThat(used.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"0.01", "100", "99999999999"})
    void takesNoMoreThanSettlesTheLoan(String more) {
        var owed = money.figure(loan, "largest_payment");
        var answer = money.pay(loan, owed.add(new java.math.BigDecimal(more)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("/amount");
        assertThat(answer.json().at("/violations/0/detail").asText())
                .contains(owed.setScale(2).toPlainString());
    }

    @Test
    void aTransferIsRecordedOnce() {
        var answer = money.pay(loan, 7, "T-1-" + loan.reference());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("T-1-" + loan.reference());
        assertThat(money.pay(loan, 7, " T-1-" + loan.reference() + " ").status())
                .as("blanks around it make no other transfer")
                .isEqualTo(409);
        var other = money.funded();
        assertThat(money.pay(other, 7, "T-1-" + loan.reference()).status())
                .as("for another loan")
                .isEqualTo(409);
    }

    @Test
    void takesNothingBeforeTheFunding() {
        var early = money.lending().aLoan();
        var admin = money.as("admin").with("Idempotency-Key", MoneyCalls.transfer());
        var answer = admin.post(MoneyCalls.path(early, "payments"), money.payment(10, MoneyCalls.transfer()));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(money.pay(early, 10).status())
                .as("not at a stage that accounts see")
                .isEqualTo(404);
        assertThat(money.booked(early).replaceAll("[-\n]", "")).isEmpty();
    }

    private void assertRefused(String pointer, String day, String transfer) {
        var answer = pay("{\"amount\": 10, \"received_on\": %s, \"external_reference\": %s}".formatted(day, transfer));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    private Answer pay(String body) {
        return money.payer().post(MoneyCalls.path(loan, "payments"), body);
    }
}
