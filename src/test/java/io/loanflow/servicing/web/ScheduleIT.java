package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The schedule of one loan from the approval on; the preview of the same terms says the same. */
@LoanflowIT
@Tag("service")
class ScheduleIT {

    private final MoneyCalls money;

    @Autowired
    ScheduleIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
    }

    @Test
    void thereIsNoneBeforeTheApproval() {
        var loan = money.lending().aLoan();
        money.letBorrow("client", loan);

        for (var group : new String[] {"client", "broker", "credit"}) {
            assertThat(money.get(group, loan, "schedule").status()).isEqualTo(409);
            assertThat(money.get(group, loan, "repayments").json().path("items"))
                    .isEmpty();
            assertThat(money.get(group, loan, "payments").json().path("items")).isEmpty();
        }
    }

    @Test
    void anApprovedOneIsThatOfTheTermsCountedFromTheApproval() {
        var loan = money.lending()
                .aLoan()
                .reaches("processing")
                .approvedOn("{\"amount\": 300000, \"term\": 120, \"rate\": 6.25}", null);
        money.letBorrow("client", loan);
        var schedule = money.get("client", loan, "schedule");

        assertThat(schedule.status()).isEqualTo(200);
        assertThat(schedule.json()).isEqualTo(preview(300_000, "6.25", 120, "monthly"));
        assertThat(schedule.json().path("lines")).hasSize(120);
        assertThat(money.get("client", loan, "repayments").json().path("items")).isEmpty();
        loan.movedBy("broker", "withdrawn", "other plans");
        assertThat(money.get("broker", loan, "schedule").status()).isEqualTo(409);
    }

    @Test
    void anApprovedOneCountsFromTheExpectedSettlement() {
        var settlement = money.today().plusDays(20);
        var loan = money.lending()
                .aLoan(application -> application.put("estimated_settlement_date", settlement.toString()))
                .reaches("approved");

        assertThat(schedule(loan).at("/lines/0/due_date").asText())
                .isEqualTo(settlement.plusMonths(1).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"weekly", "fortnightly", "monthly", "quarterly", "annually"})
    void aFundedOneIsThatOfThePreviewAndOfTheRepayments(String frequency) {
        var loan = money.funded(application -> application
                .put("loan_amount", 123_456.78)
                .put("loan_term", 25)
                .put("interest_rate", 7.4321)
                .put("repayment_frequency", frequency));
        var schedule = schedule(loan);

        assertThat(schedule).isEqualTo(preview(123_456.78, "7.4321", 25, frequency));
        var repayments = new ArrayList<String>();
        money.items(loan, "repayments").forEach(line -> repayments.add(columns(line, "amount")));
        var lines = new ArrayList<String>();
        schedule.path("lines").forEach(line -> lines.add(columns(line, "payment")));
        assertThat(repayments).isEqualTo(lines);
    }

    private static String columns(JsonNode line, String amount) {
        var columns = new StringBuilder();
        for (var name : new String[] {"number", "due_date", amount, "interest", "principal"}) {
            columns.append(line.path(name).asText()).append(' ');
        }
        return columns.toString();
    }

    private JsonNode schedule(Loan loan) {
        return money.get("broker", loan, "schedule").json();
    }

    private JsonNode preview(double amount, String rate, int term, String frequency) {
        return money.as("broker")
                .post(
                        "/api/schedules/preview",
                        "{\"amount\": %.2f, \"rate\": %s, \"term\": %d, \"frequency\": \"%s\"}"
                                .formatted(amount, rate, term, frequency))
                .json();
    }
}
