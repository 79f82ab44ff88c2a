package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Api;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Team;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The schedule of a loan that nobody has asked for yet. */
@LoanflowIT
@Tag("service")
class SchedulePreviewIT {

    private final Api api;
    private final Clock clock;

    @Autowired
    SchedulePreviewIT(ApplicationContext context, Clock clock) {
        this.api = new Api(context, new Team(context));
        this.clock = clock;
    }

    @Test
    void answersEveryLineAndTheTotals() {
        var schedule = preview("500000", "3.5", "360", "monthly", ", \"first_due\": \"2028-01-31\"")
                .json();

        assertThat(schedule.path("lines")).hasSize(360);
        assertThat(schedule.at("/lines/0").toString())
                .isEqualTo("{\"number\":1,\"due_date\":\"2028-01-31\",\"payment\":2245.22,\"interest\":1458.33,"
                        + "\"principal\":786.89,\"balance\":499213.11}");
        assertThat(schedule.at("/lines/1/due_date").asText()).isEqualTo("2028-02-29");
        assertThat(schedule.at("/lines/2/due_date").asText()).isEqualTo("2028-03-31");
        assertThat(schedule.at("/lines/359/payment").decimalValue()).isEqualByComparingTo("2247.38");
        assertThat(schedule.at("/lines/359/balance").decimalValue()).isEqualByComparingTo("0");
        assertThat(schedule.path("total_payment").decimalValue()).isEqualByComparingTo("808281.36");
        assertThat(schedule.path("total_interest").decimalValue()).isEqualByComparingTo("308281.36");
    }

    @ParameterizedTest
    @CsvSource({
        "500000, 4.5, 360, monthly, 360, 2533.43",
        "1000000, 10, 24, monthly, 24, 46144.93",
        "750000, 8.95, 12, monthly, 12, 65571.22",
        "12000, 0, 12, monthly, 12, 1000.00",
        "100000, 6, 13, weekly, 57, 1813.72",
        "100000, 6, 13, fortnightly, 29, 3568.92",
        "100000, 6, 13, quarterly, 5, 20908.93",
        "100000, 6, 13, annually, 2, 54543.69",
    })
    void takesEveryFrequencyAndARateOfZero(
            String amount, String rate, String term, String frequency, int lines, String payment) {
        var schedule = preview(amount, rate, term, frequency, "").json();

        assertThat(schedule.path("lines")).hasSize(lines);
        assertThat(schedule.at("/lines/0/payment").decimalValue()).isEqualByComparingTo(payment);
    }

    @Test
    void theFirstInstalmentIsDueOnePeriodFromTodayAndAfterTheCapitalisedMonths() {
        var today = LocalDate.now(clock);

        assertThat(firstDue(preview("500000", "5", "12", "weekly", "")))
                .isIn(today.plusWeeks(1), today.plusWeeks(1).plusDays(1));
        var capitalised = preview("500000", "5", "12", "monthly", ", \"capitalised_months\": 3");
        assertThat(capitalised.json().path("lines")).hasSize(9);
        assertThat(firstDue(capitalised))
                .isIn(today.plusMonths(4), today.plusDays(1).plusMonths(4));
        assertThat(preview("500000", "5", "12", "monthly", ", \"capitalised_months\": 480")
                        .json()
                        .path("lines"))
                .hasSize(1);
    }

    @Test
    void refusesEverythingThatIsWrongAtOnce() {
        var answer = api.as("broker")
                .post(
                        "/api/schedules/preview",
                        "{\"amount\": -1, \"rate\": 50.00001, \"term\": 481, \"frequency\": \"daily\","
                                + " \"first_due\": \"2400-01-01\", \"capitalised_months\": -1, \"id\": 1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/amount", "/rate", "/rate", "/term", "/frequency", "/first_due", "/capitalised_months", "/id");
        assertThat(api.as("broker").post("/api/schedules/preview", "{}").pointers())
                .containsExactlyInAnyOrder("/amount", "/rate", "/term", "/frequency");
    }

    @ParameterizedTest
    @CsvSource({
        "999.99, 5, 12",
        "100000000.01, 5, 12",
        "500000.001, 5, 12",
        "0, 5, 12",
        "1e99, 5, 12",
        "500000, -0.01, 12",
        "500000, 50.01, 12",
        "500000, 5.00001, 12",
        "500000, 5, 0",
        "500000, 5, 1.5",
        "500000, 5, 99999999999",
    })
    void refusesWhatNoLoanMayBe(String amount, String rate, String term) {
        assertThat(preview(amount, rate, term, "monthly", "").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "0001-01-01", "+999999999-12-31", "2028-02-30", "soon"})
    void refusesFarYearsAndWhatIsNoDay(String day) {
        assertThat(preview("500000", "5", "480", "annually", ", \"first_due\": \"" + day + "\"")
                        .pointers())
                .containsExactly("/first_due");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "analyst"})
    void isForThoseWhoWorkWithLoans(String group) {
        assertThat(api.as(group).post("/api/schedules/preview", "{}").status()).isEqualTo(403);
    }

    private Answer preview(String amount, String rate, String term, String frequency, String more) {
        return api.as("broker")
                .post(
                        "/api/schedules/preview",
                        "{\"amount\": %s, \"rate\": \"%s\", \"term\": %s, \"frequency\": \"%s\"%s}"
                                .formatted(amount, rate, term, frequency, more));
    }

    private static LocalDate firstDue(Answer answer) {
        JsonNode day = answer.json().at("/lines/0/due_date");
        return LocalDate.parse(day.asText());
    }
}
