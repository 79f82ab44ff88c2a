package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.platform.Problem;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.Servicing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One loan to which anything happens in any order; after each step ledger, instalments, states and engine have to agree. */
final class LoanWalk {

    private static final LocalTime TOLD = LocalTime.of(9, 0);

    private final Random random;
    private final Loan loan;
    private final Servicing money;
    private final List<String> steps = new ArrayList<>();

    LoanWalk(Lending lending, long seed) {
        this.random = new Random(seed);
        var frequencies = List.of("weekly", "fortnightly", "monthly", "quarterly");
        this.loan = lending.aFundedLoan(application -> application
                .put("loan_amount", 5000 + random.nextInt(50_000))
                .put("loan_term", 3 + random.nextInt(15))
                .put("interest_rate", new BigDecimal(random.nextInt(200_000) + 1).movePointLeft(4))
                .put("repayment_frequency", frequencies.get(random.nextInt(4))));
        this.money = new Servicing(lending, loan);
        steps.add("seed " + seed);
    }

    /** @return what was done, for whoever reads a failure */
    List<String> walk(int length) {
        money.firesWhatIsDue();
        agree();
        for (int step = 0; step < length && loan.stage().equals("funded"); step++) {
            take(random.nextInt(18));
            money.firesWhatIsDue();
            agree();
        }
        return steps;
    }

    private void take(int choice) {
        switch (choice) {
            case 0 -> pay("part", fraction(next().owed()));
            case 1, 13 -> pay("exactly", next().owed());
            case 2 -> pay("over", fraction(money.payout().loan()));
            case 3 -> payOut();
            case 4, 5, 6, 7 -> reverse();
            case 8 -> raise();
            case 9 -> settleFee();
            case 10 -> refund();
            case 11 -> extend();
            case 12 -> refused();
            default -> letTimePass();
        }
    }

    private void pay(String how, BigDecimal amount) {
        var on = received();
        var limited = amount.min(money.payout(on).loan());
        if (limited.signum() > 0) {
            steps.add("pay " + how + " " + limited + " on " + on + ", recorded " + money.today());
            money.pays(limited, on);
        }
    }

    /** Often a payment is recorded some days after it was received. */
    private LocalDate received() {
        var on = money.today().minusDays(random.nextInt(3) == 0 ? random.nextInt(40) : 0);
        var funded = money.terms().fundedOn();
        return on.isBefore(funded) ? funded : on;
    }

    /** Seldom, because it usually ends the walk. */
    private void payOut() {
        if (random.nextInt(3) == 0) {
            pay("out", new BigDecimal("9999999"));
        } else {
            letTimePass();
        }
    }

    private void reverse() {
        var payments = money.bean(Receipts.class).of(loan.reference()).stream()
                .filter(Payment::counts)
                .toList();
        if (!payments.isEmpty()) {
            var payment = payments.get(random.nextInt(payments.size()));
            steps.add("reverse " + payment.amount());
            money.reverses(payment);
        }
    }

    private void raise() {
        var amount = fraction(new BigDecimal("900.00"));
        steps.add("raise fee " + amount);
        var fee = new Fee.New("other", "Other fee", amount, money.today(), false);
        money.byTheCashier(() -> money.bean(FeeCharges.class).raise(loan.reference(), fee, money.cashier()));
    }

    private void settleFee() {
        var unpaid = money.fees(Fee.UNPAID);
        if (!unpaid.isEmpty()) {
            boolean pays = random.nextBoolean();
            steps.add((pays ? "pay" : "waive") + " a fee");
            if (pays) {
                money.paysFee(unpaid.get(0));
            } else {
                money.waives(unpaid.get(0));
            }
        }
    }

    private void refund() {
        money.fees(Fee.PAID).stream().findFirst().ifPresent(fee -> {
            steps.add("refund a fee");
            money.refunds(fee);
        });
    }

    private void extend() {
        var repayment = next().amount()
                .multiply(new BigDecimal(50 + random.nextInt(100)))
                .movePointLeft(2)
                .setScale(2, RoundingMode.UP);
        var terms = new ExtensionTerms(
                new BigDecimal(random.nextInt(150_000)).movePointLeft(4), null, repayment.max(BigDecimal.ONE), null);
        try {
            money.byTheCashier(() -> money.bean(Extensions.class).extend(loan.reference(), terms, money.cashier()));
            steps.add("extend " + terms);
        } catch (Problem refused) {
            steps.add("extension refused " + refused.status());
        }
    }

    private void refused() {
        var before = money.ledger();
        var more = money.payout().loan().add(new BigDecimal("0.01"));
        try {
            money.pays(more);
            throw new AssertionError("More than the payout figure was taken: " + more);
        } catch (Problem refused) {
            assertThat(refused.status()).isEqualTo(422);
        }
        assertThat(money.ledger()).isEqualTo(before);
        steps.add("refused " + more);
    }

    private void letTimePass() {
        int days = 1 + random.nextInt(25);
        steps.add("let " + days + " days pass");
        money.on(money.today().plusDays(days));
    }

    private Instalment next() {
        return money.instalments().stream()
                .filter(line -> !line.isPaid())
                .findFirst()
                .orElseGet(() -> money.instalments().get(money.instalments().size() - 1));
    }

    private BigDecimal fraction(BigDecimal amount) {
        return amount.multiply(new BigDecimal(1 + random.nextInt(99)))
                .movePointLeft(2)
                .setScale(2, RoundingMode.UP)
                .max(new BigDecimal("0.01"));
    }

    private void agree() {
        var lines = money.instalments();
        var payments = money.bean(Receipts.class).of(loan.reference()).stream()
                .filter(Payment::counts)
                .toList();
        linesAgree(lines, payments);
        ledgerAgrees(lines, payments);
        engineAgrees(lines);
    }

    private void linesAgree(List<Instalment> lines, List<Payment> payments) {
        var received = payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(LoanAccount.sum(lines, line -> line.paid().total()))
                .as("paid of the instalments, %s", steps)
                .isEqualByComparingTo(received);
        assertThat(LoanAccount.sum(lines, Instalment::principal))
                .as("principal")
                .isEqualByComparingTo(lent());
        assertThat(lines.get(lines.size() - 1).balance()).isEqualByComparingTo(BigDecimal.ZERO);
        boolean open = false;
        for (var line : lines) {
            assertThat(line.isPaid()).isEqualTo(line.owed().signum() == 0);
            assertThat(open && line.paid().total().signum() > 0)
                    .as("something of %s is paid before an older one, %s", line, steps)
                    .isFalse();
            assertThat(line.paid().principal().signum() > 0
                            && line.paid().interest().compareTo(line.interest()) < 0)
                    .as("interest before principal")
                    .isFalse();
            open |= !line.isPaid();
        }
    }

    private BigDecimal lent() {
        return money.ledger().stream()
                .filter(entry -> entry.type().equals("disbursement"))
                .map(LedgerEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void ledgerAgrees(List<Instalment> lines, List<Payment> payments) {
        var balance = BigDecimal.ZERO;
        for (var entry : money.ledger()) {
            balance = balance.add(entry.amount());
            assertThat(entry.balance()).isEqualByComparingTo(balance);
        }
        var charged = lines.stream().filter(Instalment::charged).toList();
        var owed = lent().add(LoanAccount.sum(charged, Instalment::interest))
                .subtract(payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .add(money.fees(Fee.UNPAID).stream().map(Fee::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(balance).as("ledger, %s", steps).isEqualByComparingTo(owed);
        boolean nothing = lines.stream().allMatch(Instalment::isPaid)
                && money.fees(Fee.UNPAID).isEmpty();
        assertThat(loan.stage()).as("%s", steps).isEqualTo(nothing ? "closed" : "funded");
        if (nothing) {
            assertThat(balance).as("ledger at the end, %s", steps).isEqualByComparingTo(BigDecimal.ZERO);
        } else {
            assertThat(money.payout().total().signum())
                    .as("payout figure, %s", steps)
                    .isPositive();
        }
    }

    private void engineAgrees(List<Instalment> lines) {
        if (loan.stage().equals("closed")) {
            assertThat(money.watching()).isEmpty();
            assertThat(money.arrearsTasks()).isZero();
            return;
        }
        var now = money.now();
        assertThat(money.collected())
                .as("collected, %s", steps)
                .isEqualTo(ids(
                        lines,
                        line -> !line.isPaid()
                                && line.lateSince() == null
                                && !line.dueDate().minusDays(7).atTime(TOLD).isAfter(now)));
        assertThat(ids(lines, line -> line.lateSince() != null))
                .as("in arrears, %s", steps)
                .isEqualTo(ids(
                        lines,
                        line -> !line.isPaid()
                                && !line.dueDate().plusDays(10).atTime(TOLD).isAfter(now)));
        var arrears = money.arrears();
        assertThat(arrears == null).isEqualTo(lines.stream().noneMatch(line -> line.lateSince() != null));
        assertThat(money.arrearsTasks()).as("%s", steps).isEqualTo("open".equals(arrears) ? 1 : 0);
        assertThat(lines.stream()
                        .filter(line -> !line.charged() && !line.dueDate().isAfter(now.toLocalDate())))
                .as("interest that is not charged, %s", steps)
                .isEmpty();
    }

    private static Set<Long> ids(List<Instalment> lines, java.util.function.Predicate<Instalment> which) {
        return lines.stream().filter(which).map(Instalment::id).collect(Collectors.toSet());
    }
}
