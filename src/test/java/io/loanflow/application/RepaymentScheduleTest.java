package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.application.RepaymentSchedule.Line;
import io.loanflow.application.RepaymentSchedule.Loan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class RepaymentScheduleTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 31);

    @ParameterizedTest
    @CsvSource({
        "500000, 3.5, 360, monthly, 360, 2245.22, 2247.38",
        "500000, 4.5, 360, monthly, 360, 2533.43, 2530.93",
        "1000000, 10, 24, monthly, 24, 46144.93, 46144.80",
        "750000, 8.95, 12, monthly, 12, 65571.22, 65571.21",
        "12000, 0, 12, monthly, 12, 1000.00, 1000.00",
        "1000, 0, 7, monthly, 7, 142.86, 142.84",
        "100000, 6, 13, weekly, 57, 1813.72, 1813.83",
        "1000, 50, 480, weekly, 2080, 9.62, 0",
    })
    void settlesTheLoanExactly(
            BigDecimal amount, BigDecimal rate, int months, String frequency, int count, String payment, String last) {
        var schedule = RepaymentSchedule.of(new Loan(amount, rate, months, frequency, 0), START);

        assertThat(schedule.lines()).hasSize(count);
        assertThat(schedule.first().payment()).isEqualByComparingTo(payment);
        if (!last.equals("0")) {
            assertThat(schedule.last().payment()).isEqualByComparingTo(last);
        }
        assertThat(schedule.last().balance()).isEqualTo("0.00");
        assertThat(sum(schedule.lines().stream().map(Line::principal).toList())).isEqualByComparingTo(amount);
        assertThat(schedule.totalPayment().subtract(schedule.totalInterest())).isEqualByComparingTo(amount);
        assertThat(schedule.lines())
                .allMatch(line -> line.payment().equals(line.interest().add(line.principal())));
        assertThat(schedule.lines()).extracting(Line::principal).allMatch(part -> part.signum() >= 0);
    }

    @Test
    void keepsTheDayOfTheMonthAndClampsToItsEnd() {
        assertThat(days("monthly", 12, 0))
                .startsWith(
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31),
                        LocalDate.of(2027, 4, 30),
                        LocalDate.of(2027, 5, 31));
    }

    @Test
    void countsWeeksAndQuartersAndYears() {
        assertThat(days("weekly", 1, 0)).startsWith(LocalDate.of(2027, 2, 7), LocalDate.of(2027, 2, 14));
        assertThat(days("fortnightly", 1, 0)).startsWith(LocalDate.of(2027, 2, 14));
        assertThat(days("quarterly", 12, 0)).startsWith(LocalDate.of(2027, 4, 30), LocalDate.of(2027, 7, 31));
        assertThat(days("annually", 24, 0)).containsExactly(LocalDate.of(2028, 1, 31), LocalDate.of(2029, 1, 31));
    }

    @Test
    void firstDueIsTheFirstInstalmentsDay() {
        var loan = new Loan(new BigDecimal("100000"), new BigDecimal("6"), 12, "monthly", 3);
        var schedule = RepaymentSchedule.firstDue(loan, START);

        assertThat(schedule.lines())
                .extracting(Line::dueDate)
                .startsWith(START, LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 30));
        assertThat(schedule.lines())
                .extracting(Line::payment)
                .isEqualTo(schedule("monthly", 12, 3).lines().stream()
                        .map(Line::payment)
                        .toList());
    }

    @Test
    void asksForNothingInCapitalisedMonths() {
        assertThat(days("monthly", 12, 3)).hasSize(9).startsWith(LocalDate.of(2027, 5, 31));
        assertThat(schedule("monthly", 12, 3).first().interest()).isEqualByComparingTo("500.00");
    }

    @Test
    void oneRepaymentIsLeftWhenAllMonthsAreCapitalised() {
        var schedule = schedule("monthly", 12, 12);

        assertThat(schedule.lines())
                .containsExactly(new Line(
                        1,
                        LocalDate.of(2028, 1, 31),
                        new BigDecimal("100000.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("100000.00"),
                        new BigDecimal("0.00")));
    }

    @Test
    void endsWhenNothingIsLeft() {
        var schedule =
                RepaymentSchedule.of(new Loan(new BigDecimal("1000.10"), BigDecimal.ZERO, 480, "weekly", 0), START);

        assertThat(schedule.lines())
                .hasSizeLessThan(2085)
                .last()
                .extracting(Line::balance)
                .isEqualTo(new BigDecimal("0.00"));
    }

    private static RepaymentSchedule schedule(String frequency, int months, int capitalised) {
        return RepaymentSchedule.of(
                new Loan(new BigDecimal("100000"), new BigDecimal("6"), months, frequency, capitalised), START);
    }

    private static List<LocalDate> days(String frequency, int months, int capitalised) {
        return schedule(frequency, months, capitalised).lines().stream()
                .map(Line::dueDate)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
