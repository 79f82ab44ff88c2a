package io.loanflow.servicing.web;

import static java.math.RoundingMode.HALF_UP;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What settles a loan on a day. */
@LoanflowIT
@Tag("service")
class PayoutFigureIT {

    private final MoneyCalls money;
    private Loan loan;

    @Autowired
    PayoutFigureIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @BeforeEach
    void fund() {
        loan = money.funded();
    }

    @Test
    void isTodayWhatWasPaidOutAndTheFees() {
        money.raise(loan, "12.34");

        assertFigure(figure(""), "24000", "0", "0", "0", "12.34", "24012.34");
        assertThat(figure("").path("date").asText()).isEqualTo(money.today().toString());
        assertThat(figure("?date=" + money.today())).isEqualTo(figure(""));
    }

    /** 24,000 at 5.5 %: 110.00 for the first month, of which 10 days have passed. */
    @Test
    void holdsInterestByDaysBeforeTheFirstInstalment() {
        var month = DAYS.between(money.today(), due(0));
        var accrued = new BigDecimal("1100.00").divide(BigDecimal.valueOf(month), 2, HALF_UP);

        assertFigure(
                figure("?date=" + money.today().plusDays(10)),
                "24000",
                "0",
                accrued.toString(),
                "0",
                "0",
                accrued.add(new BigDecimal("24000")).toString());
    }

    /**
     * 24,000 at 5.5 % over 12 months is 2,060.08 a month: 1,950.08 of the first is principal, and the second month's interest is
     * 22,049.92 x 5.5 % / 12 = 101.06.
     */
    @Test
    void holdsInterestByDaysBetweenTwoInstalments() {
        assertThat(MoneyCalls.number(money.items(loan, "repayments").get(0), "amount"))
                .isEqualByComparingTo("2060.08");
        var month = DAYS.between(due(0), due(1));
        var accrued =
                new BigDecimal("101.06").multiply(BigDecimal.valueOf(7)).divide(BigDecimal.valueOf(month), 2, HALF_UP);

        assertFigure(
                figure("?date=" + due(0).plusDays(7)),
                "24000",
                "110",
                accrued.toString(),
                "0",
                "0",
                accrued.add(new BigDecimal("24110")).toString());
        money.pay(loan, "2060.08");
        assertFigure(
                figure("?date=" + due(0).plusDays(7)),
                "22049.92",
                "0",
                accrued.toString(),
                "0",
                "0",
                accrued.add(new BigDecimal("22049.92")).toString());
    }

    @Test
    void isAllThatIsOwedOnceTheLastInstalmentIsDue() {
        var all = money.items(loan, "repayments").stream()
                .map(line -> MoneyCalls.number(line, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(MoneyCalls.number(figure("?date=" + due(11)), "payout_figure"))
                .isEqualByComparingTo(all);
        assertThat(MoneyCalls.number(figure("?date=" + due(11).plusYears(50)), "payout_figure"))
                .isEqualByComparingTo(all);
    }

    /** What is paid too early buys back the interest that never comes to be owed. */
    @Test
    void takesOffInterestThatWasPaidAhead() {
        money.pay(loan, "2160.08");

        assertFigure(figure(""), "22049.92", "0", "0", "210", "0", "21839.92");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "tomorrow",
                "",
                "20260131",
                "31/01/2026",
                "%D9%A2026-01-31",
                "null",
                "1900-01-01",
                "9999-12-31",
                "%2B999999999-12-31",
                "-0001-01-01",
                "2026-01-31T00:00"
            })
    void refusesDaysThatAreNone(String day) {
        assertBadDay(ask("?date=" + day));
    }

    @Test
    void refusesDaysBeforeTheFundingAndInAFarFuture() {
        assertBadDay(ask("?date=" + money.today().minusDays(1)));
        assertBadDay(ask("?date=" + money.today().plusYears(100).plusDays(1)));
        assertThat(ask("?date=" + money.today().plusYears(100)).status()).isEqualTo(200);
    }

    @Test
    void refusesParametersThatThereAreNot() {
        var answer = ask("?day=" + money.today());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/day");
    }

    @Test
    void isThereOnceTheLoanIsFunded() {
        assertThat(money.get("broker", money.lending().aLoan(), "payout-figure").status())
                .isEqualTo(409);
    }

    private static void assertBadDay(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/date");
    }

    private static void assertFigure(
            JsonNode figure, String principal, String due, String accrued, String prepaid, String fees, String total) {
        var largest = new BigDecimal(total).subtract(new BigDecimal(fees)).toString();
        Map.of(
                        "principal", principal,
                        "interest_due", due,
                        "interest_accrued", accrued,
                        "interest_prepaid", prepaid,
                        "fees", fees,
                        "largest_payment", largest,
                        "payout_figure", total)
                .forEach((part, amount) ->
                        assertThat(MoneyCalls.number(figure, part)).as(part).isEqualByComparingTo(amount));
    }

    private LocalDate due(int index) {
        return LocalDate.parse(
                money.items(loan, "repayments").get(index).path("due_date").asText());
    }

    private JsonNode figure(String query) {
        return ask(query).json();
    }

    private Answer ask(String query) {
        return money.get("accounts", loan, "payout-figure" + query);
    }
}
