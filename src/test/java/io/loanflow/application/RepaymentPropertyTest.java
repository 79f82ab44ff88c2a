package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.application.RepaymentSchedule.Line;
import io.loanflow.application.RepaymentSchedule.Loan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.assertj.core.data.Offset;

/** What holds for every schedule, whatever is borrowed within the limits of the business. */
@Tag("fast")
class RepaymentPropertyTest {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    @Provide
    Arbitrary<String> frequencies() {
        return Arbitraries.of("weekly", "fortnightly", "monthly", "quarterly", "annually");
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("1000.00"), new BigDecimal("100000000.00"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("50.0000"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<Loan> loans() {
        var months = Arbitraries.integers().between(1, 480);
        var capitalised =
                Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 480));
        return Combinators.combine(amounts(), rates(), months, frequencies(), capitalised)
                .as(Loan::new);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        var ends = Arbitraries.of("2027-01-31", "2028-01-31", "2028-02-29", "2027-12-31", "2099-08-31")
                .map(LocalDate::parse);
        return Arbitraries.oneOf(Dates.dates().between(LocalDate.of(1990, 1, 1), LocalDate.of(2130, 12, 31)), ends);
    }

    @Property
    void settlesWhatWasBorrowed(@ForAll("loans") Loan loan, @ForAll("days") LocalDate start) {
        assertSettles(RepaymentSchedule.of(loan, start), loan.amount());
    }

    @Property
    void countsTheInstalmentsFromTheFirstDueDay(@ForAll("loans") Loan loan, @ForAll("days") LocalDate first) {
        var schedule = RepaymentSchedule.firstDue(loan, first);

        assertThat(schedule.first().dueDate()).isEqualTo(first);
        assertSettles(schedule, loan.amount());
        assertThat(schedule.lines())
                .extracting(Line::payment)
                .isEqualTo(RepaymentSchedule.of(loan, first).lines().stream()
                        .map(Line::payment)
                        .toList());
    }

    @Property
    void everyInstalmentButTheLastIsTheAnnuityOrItsInterest(@ForAll("loans") Loan loan, @ForAll("days") LocalDate day) {
        Assume.that(loan.capitalisedMonths() == 0);
        var payment = Repayment.perPeriod(loan.amount(), loan.rate(), loan.months(), loan.frequency());
        var lines = RepaymentSchedule.of(loan, day).lines();

        assertThat(lines.subList(0, lines.size() - 1))
                .allMatch(line -> line.payment().equals(payment.max(line.interest())));
        assertThat(lines).hasSizeLessThanOrEqualTo(Repayment.periods(loan.months(), loan.frequency()));
    }

    /** As many periods as months have, a begun one counted. */
    @Property
    void aTermIsTurnedIntoPeriodsAndRoundedUp(@ForAll @IntRange(min = 1, max = 480) int months) {
        for (var frequency : List.of("weekly", "fortnightly", "monthly", "quarterly", "annually")) {
            var exact = BigDecimal.valueOf((long) months * Repayment.periodsAYear(frequency));
            assertThat(Repayment.periods(months, frequency))
                    .isEqualTo(exact.divide(BigDecimal.valueOf(12), 0, RoundingMode.CEILING)
                            .intValueExact());
        }
    }

    /** As many as the formula says, but for what half a cent in each rounded interest comes to in the end. */
    @Property
    void paymentsOfAnyHeightPayOff(
            @ForAll("amounts") BigDecimal amount,
            @ForAll("rates") BigDecimal rate,
            @ForAll("frequencies") String frequency,
            @ForAll @IntRange(min = 1, max = 2000) int parts,
            @ForAll("days") LocalDate first) {
        var interest = amount.multiply(Repayment.ratePerPeriod(rate, frequency));
        var part = amount.divide(BigDecimal.valueOf(parts), 2, RoundingMode.UP);
        var loan = new LevelLoan(
                amount, rate, interest.setScale(2, RoundingMode.UP).add(part), frequency);
        int count = loan.payments().orElseThrow();
        var schedule = RepaymentSchedule.level(loan, first);

        assertSettles(schedule, amount);
        assertThat(count).isCloseTo((int) Math.ceil(logarithms(loan)), Offset.offset(1));
        assertThat(schedule.lines()).hasSizeLessThanOrEqualTo(count);
        double rounded = 0.005 * count / loan.payment().subtract(interest).doubleValue();
        assertThat(schedule.lines().size()).isGreaterThanOrEqualTo(count - 1 - (int) Math.ceil(rounded));
        assertThat(schedule.last().payment().doubleValue())
                .isLessThanOrEqualTo(loan.payment().doubleValue() * (1 + rounded) + 0.01);
        assertThat(schedule.lines().subList(0, schedule.lines().size() - 1))
                .allMatch(line -> line.payment().equals(loan.payment()));
    }

    /** The payment of an annuity, rounded up to cents, takes no more payments than the annuity. */
    @Property
    void aPaymentThatIsRoundedUpTakesNoLonger(@ForAll("loans") Loan loan) {
        var up = Repayment.perPeriod(loan.amount(), loan.rate(), loan.months(), loan.frequency())
                .add(new BigDecimal("0.01"));
        int periods = Repayment.periods(loan.months(), loan.frequency());

        assertThat(new LevelLoan(loan.amount(), loan.rate(), up, loan.frequency())
                        .payments()
                        .orElseThrow())
                .isLessThanOrEqualTo(periods);
    }

    private static double logarithms(LevelLoan loan) {
        double rate = Repayment.ratePerPeriod(loan.rate(), loan.frequency()).doubleValue();
        double amount = loan.amount().doubleValue();
        double payment = loan.payment().doubleValue();
        return rate == 0 ? amount / payment : Math.log(payment / (payment - amount * rate)) / Math.log1p(rate);
    }

    private static void assertSettles(RepaymentSchedule schedule, BigDecimal amount) {
        var balance = amount;
        for (int i = 0; i < schedule.lines().size(); i++) {
            var line = schedule.lines().get(i);
            assertThat(line.number()).isEqualTo(i + 1);
            assertThat(line.payment()).isEqualTo(line.interest().add(line.principal()));
            assertThat(line.principal().signum()).isNotNegative();
            assertThat(line.balance()).isEqualTo(balance.subtract(line.principal()));
            assertThat(line.balance().signum()).isNotNegative();
            balance = line.balance();
            if (i > 0) {
                var before = schedule.lines().get(i - 1);
                assertThat(line.interest()).isLessThanOrEqualTo(before.interest());
                assertThat(line.dueDate()).isAfter(before.dueDate());
            }
        }
        assertThat(schedule.last().balance()).isEqualTo("0.00");
        assertThat(schedule.lines().stream().map(Line::principal).reduce(NOTHING, BigDecimal::add))
                .isEqualByComparingTo(amount);
    }
}
