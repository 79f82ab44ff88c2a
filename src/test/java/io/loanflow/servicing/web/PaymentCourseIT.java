package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What payments do to a loan, up to its end. */
@LoanflowIT
@Tag("service")
class PaymentCourseIT {

    private final MoneyCalls money;
    private Loan loan;

    @Autowired
    PaymentCourseIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeEach
    void fund() {
        loan = money.funded();
    }

    @Test
    void aPartPaysInterestBeforePrincipal() {
        assertThat(money.pay(loan, "\"109.99\"").status()).isEqualTo(201);
        assertThat(money.figure(loan, "principal")).isEqualByComparingTo("24000");
        assertThat(money.figure(loan, "interest_prepaid")).isEqualByComparingTo("109.99");

        assertThat(money.pay(loan, "0.02").status()).isEqualTo(201);
        assertThat(money.figure(loan, "principal")).isEqualByComparingTo("23999.99");
        assertThat(money.figure(loan, "interest_prepaid")).isEqualByComparingTo("110");
        assertLine(0, "110.01", "partially_paid");
        assertLine(1, "0", "upcoming");
    }

    @Test
    void thePaymentIsAnsweredAsItIsListed() {
        var transfer = MoneyCalls.transfer();
        var paid = money.pay(loan, "12.50", transfer).json();

        assertThat(MoneyCalls.number(paid, "amount")).isEqualByComparingTo("12.5");
        assertThat(paid.path("external_reference").asText()).isEqualTo(transfer);
        assertThat(paid.path("recorded_by").asText())
                .isEqualTo(money.lending().team().member("accounts").userId());
        assertThat(paid.path("status").asText()).isEqualTo("received");
        assertThat(money.items(loan, "payments")).containsExactly(paid);
    }

    @Test
    void theAmountOfAnInstalmentPaysIt() {
        var amount = MoneyCalls.number(line(0), "amount");
        money.pay(loan, amount);

        assertLine(0, amount.toString(), "paid");
        assertThat(line(0).path("paid_on").asText()).isEqualTo(money.today().toString());
        assertLine(1, "0", "upcoming");
    }

    @Test
    void whatIsOverPaysTheNextInOrder() {
        var amount = MoneyCalls.number(line(0), "amount");
        money.pay(loan, amount.add(amount).add(BigDecimal.TEN));

        assertLine(0, amount.toString(), "paid");
        assertLine(1, amount.toString(), "paid");
        assertLine(2, "10", "partially_paid");
        assertLine(3, "0", "upcoming");
        assertThat(MoneyCalls.number(money.items(loan, "payments").get(0), "amount"))
                .as("the amount received is kept")
                .isEqualByComparingTo(amount.add(amount).add(BigDecimal.TEN));
    }

    @Test
    void aReversalMakesItOwedAgain() {
        var unpaid = money.get("credit", loan, "repayments").text();
        var transfer = MoneyCalls.transfer();
        var payment = money.pay(loan, 5000, transfer).json().path("id").asLong();

        var reversed = money.reverse(payment);
        assertThat(reversed.status()).isEqualTo(200);
        assertThat(reversed.json().path("status").asText()).isEqualTo("reversed");
        assertThat(reversed.json().path("reversal_reason").asText()).isEqualTo("bounced");
        assertThat(money.get("credit", loan, "repayments").text()).isEqualTo(unpaid);
        assertThat(money.figure(loan, "payout_figure")).isEqualByComparingTo("24000");

        assertThat(money.reverse(payment).status()).as("a second time").isEqualTo(409);
        assertThat(money.pay(loan, 5000, transfer).status())
                .as("where it belongs")
                .isEqualTo(201);
        assertThat(money.pay(loan, 5000, transfer).status()).as("twice").isEqualTo(409);
    }

    @Test
    void aReversalOfTheFirstOfTwoLeavesTheSecondToPayTheOldest() {
        var amount = MoneyCalls.number(line(0), "amount");
        var first = money.pay(loan, amount).json().path("id").asLong();
        money.pay(loan, amount);
        money.reverse(first);

        assertLine(0, amount.toString(), "paid");
        assertLine(1, "0", "upcoming");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reason\": 5}", "{\"amount\": 5}", "[]", "{\"reason\": \"a\\u0000\"}"})
    void refusesReversalsThatAreNone(String body) {
        var payment = money.pay(loan, 10).json().path("id").asLong();
        var before = money.booked(loan);
        var path = "/api/payments/" + payment + "/reversal";

        assertThat(money.as("accounts").post(path, body).status()).isEqualTo(400);
        assertThat(money.as("accounts")
                        .post(path, "{\"reason\": \"" + "x".repeat(1001) + "\"}")
                        .pointers())
                .containsExactly("/reason");
        assertThat(money.booked(loan)).isEqualTo(before);
    }

    @Test
    void whatSettlesTheLoanClosesIt() {
        assertThat(money.pay(loan, money.figure(loan, "largest_payment")).status())
                .isEqualTo(201);

        loan.isIn("closed");
        assertThat(money.figure(loan, "payout_figure")).isEqualByComparingTo("0");
        assertThat(money.items(loan, "repayments"))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.path("status").asText()).isEqualTo("paid"));
    }

    @Test
    void feesAreNoPartOfAPayment() {
        var fee = money.raise(loan, "77.70");
        var figure = money.figure(loan, "largest_payment");
        var refused = money.pay(loan, money.figure(loan, "payout_figure"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("24000.00", "Fees of 77.70");
        assertThat(money.pay(loan, figure).status()).isEqualTo(201);
        loan.isIn("funded");
        assertThat(money.figure(loan, "payout_figure")).isEqualByComparingTo("77.70");
        assertThat(money.pay(loan, 1).status()).as("on a loan that is repaid").isEqualTo(422);
        assertThat(money.fee(fee, "payment").status()).isEqualTo(200);
        loan.isIn("closed");
    }

    @Test
    void aWaiverOfTheLastFeeClosesTheLoan() {
        var fee = money.raise(loan, 10);
        money.pay(loan, money.figure(loan, "largest_payment"));
        money.fee(fee, "waiver");
        loan.isIn("closed");
    }

    @Test
    void anEarlyEndThatIsReversedLeavesTheLoanAsItWas() {
        money.raise(loan, 10);
        var before = money.get("credit", loan, "repayments").text();
        var settled = money.pay(loan, money.figure(loan, "largest_payment"));
        assertThat(money.items(loan, "repayments")).hasSize(1);

        assertThat(money.reverse(settled.json().path("id").asLong()).status()).isEqualTo(200);
        assertThat(money.get("credit", loan, "repayments").text()).isEqualTo(before);
        assertThat(money.figure(loan, "payout_figure")).isEqualByComparingTo("24010");
        loan.isIn("funded");
    }

    @Test
    void nothingHappensToALoanThatIsClosed() {
        var fee = money.raise(loan, 10);
        var waived = money.raise(loan, 10);
        money.fee(fee, "payment");
        money.fee(waived, "waiver");
        var payment = money.pay(loan, money.figure(loan, "largest_payment")).json();
        loan.isIn("closed");
        var before = money.booked(loan);

        assertClosed(money.pay(loan, 10));
        assertClosed(money.reverse(payment.path("id").asLong()));
        assertClosed(money.fee(fee, "refund"));
        assertClosed(money.fee(fee, "payment"));
        assertClosed(money.fee(waived, "waiver"));
        assertClosed(money.post(loan, "fees", "{\"type\": \"other\", \"amount\": 10}"));
        assertClosed(money.post(loan, "extension", "{\"rate\": 5, \"amount\": 1000, \"repayment\": 3000}"));
        assertThat(money.booked(loan)).isEqualTo(before);
    }

    private static void assertClosed(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("closed");
    }

    private JsonNode line(int index) {
        return money.items(loan, "repayments").get(index);
    }

    private void assertLine(int index, String paid, String status) {
        assertThat(MoneyCalls.number(line(index), "paid")).isEqualByComparingTo(paid);
        assertThat(line(index).path("status").asText()).isEqualTo(status);
    }
}
