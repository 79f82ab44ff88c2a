package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Money that many people record at the same moment. */
@LoanflowIT
@Tag("service")
class PaymentsAtOnceIT {

    private final MoneyCalls money;
    private Loan loan;

    @Autowired
    PaymentsAtOnceIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeEach
    void fund() {
        loan = money.funded();
    }

    @Test
    void onePaymentSentAHundredTimesIsBookedOnce() {
        var body = money.payment(100, MoneyCalls.transfer());
        var payer = money.payer();
        var answers = atOnce(100, number -> () -> payer.post(MoneyCalls.path(loan, "payments"), body));
        var again = payer.post(MoneyCalls.path(loan, "payments"), body);

        assertThat(answers).extracting(Answer::status).contains(201).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::text)
                .containsOnly(again.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(money.items(loan, "payments")).hasSize(1);
        assertThat(amounts("ledger")).containsExactly("24000.00", "-100.00");
        assertAllAgrees("100.00");
    }

    @Test
    void oneTransferUnderManyKeysIsBookedOnce() {
        var body = money.payment(100, MoneyCalls.transfer());
        var answers = atOnce(8, number -> pay(loan, body));

        assertOneWins(answers, 201, 409);
        assertAllAgrees("100.00");
    }

    @Test
    void oneTransferForTwoLoansIsBookedForOne() {
        var other = money.funded();
        var body = money.payment(100, MoneyCalls.transfer());
        var answers = atOnce(8, number -> pay(number % 2 == 0 ? loan : other, body));

        assertOneWins(answers, 201, 409);
        assertThat(money.items(loan, "payments").size()
                        + money.items(other, "payments").size())
                .isEqualTo(1);
    }

    @Test
    void differentPaymentsAreAllBooked() {
        var answers = atOnce(20, number -> pay(loan, money.payment(100 + number, MoneyCalls.transfer())));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(money.items(loan, "payments")).hasSize(20);
        assertAllAgrees("2190.00");
    }

    @Test
    void aPaymentAndAReversalOfAnotherAreBothBooked() {
        for (int round = 0; round < 5; round++) {
            var before = money.pay(loan, 500).json().path("id").asLong();
            var answers = MoneyCalls.atOnce(
                    List.of(pay(loan, money.payment(70, MoneyCalls.transfer())), () -> money.reverse(before)));

            assertThat(answers).extracting(Answer::status).containsExactly(201, 200);
            assertAllAgrees(70 * (round + 1) + ".00");
        }
    }

    @Test
    void aPaymentIsReversedOnce() {
        var payment = money.pay(loan, 500).json().path("id").asLong();
        var answers = atOnce(8, number -> () -> money.reverse(payment));

        assertOneWins(answers, 200, 409);
        assertThat(amounts("ledger")).containsExactly("24000.00", "-500.00", "500.00");
        assertAllAgrees("0.00");
    }

    @Test
    void aLoanIsPaidOutOnce() {
        var all = money.figure(loan, "largest_payment");
        var answers = atOnce(6, number -> pay(loan, money.payment(all, MoneyCalls.transfer())));

        assertOneWins(answers, 201, 409);
        loan.isIn("closed");
        assertThat(money.items(loan, "payments")).hasSize(1);
        assertAllAgrees("24000.00");
    }

    @Test
    void theLastFeeAndTheLastPaymentTogetherCloseTheLoan() {
        for (int round = 0; round < 3; round++) {
            loan = money.funded();
            var fee = money.raise(loan, 50);
            var all = money.figure(loan, "largest_payment");
            var answers = MoneyCalls.atOnce(
                    List.of(pay(loan, money.payment(all, MoneyCalls.transfer())), () -> money.fee(fee, "payment")));

            assertThat(answers).extracting(Answer::status).containsExactly(201, 200);
            loan.isIn("closed");
            assertAllAgrees("24000.00");
        }
    }

    @Test
    void aFeeIsSettledOnce() {
        var fee = money.raise(loan, 50);
        var answers = atOnce(8, number -> () -> money.fee(fee, number % 2 == 0 ? "payment" : "waiver"));

        assertOneWins(answers, 200, 409);
        assertThat(amounts("ledger")).containsExactly("24000.00", "50.00", "-50.00");
        assertAllAgrees("0.00");
    }

    private static List<Answer> atOnce(int callers, IntFunction<Callable<Answer>> call) {
        return MoneyCalls.atOnce(IntStream.range(0, callers).mapToObj(call).toList());
    }

    private Callable<Answer> pay(Loan loan, String body) {
        var payer = money.payer();
        return () -> payer.post(MoneyCalls.path(loan, "payments"), body);
    }

    private static void assertOneWins(List<Answer> answers, int won, int lost) {
        var statuses = answers.stream().map(Answer::status).toList();
        assertThat(Collections.frequency(statuses, won)).as("%s", statuses).isEqualTo(1);
        assertThat(statuses).containsOnly(won, lost);
    }

    /** Payments, instalments, fees and ledger tell the same. */
    private void assertAllAgrees(String received) {
        var counted = money.items(loan, "payments").stream()
                .filter(payment -> payment.path("status").asText().equals("received"))
                .map(payment -> MoneyCalls.number(payment, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var spread = money.items(loan, "repayments").stream()
                .map(line -> MoneyCalls.number(line, "paid"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var ledger = money.items(loan, "ledger");
        var balance = BigDecimal.ZERO;
        for (var entry : ledger) {
            balance = balance.add(MoneyCalls.number(entry, "amount"));
            assertThat(MoneyCalls.number(entry, "balance")).isEqualByComparingTo(balance);
        }

        assertThat(counted).isEqualByComparingTo(received);
        assertThat(spread).isEqualByComparingTo(received);
        assertThat(balance).isEqualByComparingTo(money.figure(loan, "payout_figure"));
    }

    private List<String> amounts(String what) {
        return money.items(loan, what).stream()
                .map(item -> MoneyCalls.number(item, "amount").setScale(2).toPlainString())
                .toList();
    }
}
