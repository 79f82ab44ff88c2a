package io.loanflow.servicing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MovableClock;
import io.loanflow.testing.Servicing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A loan that is late, as those who work with it see it over HTTP. */
@LoanflowIT
@Tag("service")
class ArrearsIT {

    private final MoneyCalls money;
    private Loan loan;
    private Servicing servicing;

    @Autowired
    ArrearsIT(ApplicationContext context) {
        this.money = new MoneyCalls(context);
        this.loan = money.funded();
        this.servicing = new Servicing(money.lending(), loan);
    }

    @BeforeEach
    void letTheFirstInstalmentFallLate() {
        servicing.on(servicing.instalments().get(0).dueDate().plusDays(10));
        MovableClock.reset();
    }

    @AfterEach
    void comeBackToToday() {
        MovableClock.reset();
    }

    @Test
    void theTaskIsAmongTheOpenTasksOfTheApplication() {
        for (var group : new String[] {"accounts", "admin", "bd"}) {
            var open = open(group);
            assertThat(open).hasSize(1);
            assertThat(open.get(0).path("key").asText()).isEqualTo("Activity_HandleArrears");
            assertThat(open.get(0).path("mine").asBoolean()).isEqualTo(!group.equals("bd"));
        }
    }

    @Test
    void theTaskTakesWhatWasAgreedAndNothingElse() {
        var task = "/api/tasks/" + open("accounts").get(0).path("id").asText();

        assertThat(money.as("bd")
                        .post(task + "/complete", "{\"arrearsNote\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(money.as("accounts").post(task + "/complete", "{}").status()).isEqualTo(400);
        assertThat(money.as("accounts")
                        .post(task + "/complete", "{\"arrearsNote\": \"x\", \"arrears\": \"none\"}")
                        .status())
                .isEqualTo(400);
        assertThat(open("accounts")).hasSize(1);

        assertThat(money.as("accounts")
                        .post(task + "/complete", "{\"arrearsNote\": \"Pays on Friday\"}")
                        .status())
                .isEqualTo(204);

        assertThat(open("accounts")).isEmpty();
        assertThat(money.get("broker", loan, "loan").json().path("status").asText())
                .isEqualTo("in_arrears");
        assertThat(money.items(loan, "repayments").get(0).path("status").asText())
                .isEqualTo("in_arrears");
        assertThat(money.as("admin")
                        .get("/api/audit?action=arrears_handled&subject_id=" + loan.reference())
                        .text())
                .contains("Pays on Friday");
    }

    private JsonNode open(String group) {
        return money.as(group)
                .get("/api/applications/" + loan.reference())
                .json()
                .path("open_tasks");
    }
}
