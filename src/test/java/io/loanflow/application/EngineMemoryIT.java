package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the engine keeps of an application, and what it does not. */
@LoanflowIT
@Tag("service")
class EngineMemoryIT {

    private final Lending lending;

    @Autowired
    EngineMemoryIT(ApplicationContext context) {
        this.lending = new Lending(context);
    }

    @Test
    void keepsNothingOfWhatPeopleEntered() {
        var loan = lending.aLoan().movedBy("broker", "processing");
        assertThat(variables(loan)).containsExactlyInAnyOrder("eligible", "valuationOutstanding");

        loan.completes(
                "credit",
                "Activity_DecideCredit",
                Map.of("decision", "approve", "termsAmount", "390000", "termsConditions", "a signed lease"));

        assertThat(variables(loan)).containsExactlyInAnyOrder("eligible", "valuationOutstanding", "approvalExpiresAt");
    }

    @Test
    void writesStepsAndTasksToTheHistoryButNoVariablesAndNoDecisions() {
        var loan = lending.aLoan().reaches("closed");

        assertThat(lending.database()
                        .sql("select count(*) from act_hi_actinst where proc_inst_id_ = ?")
                        .param(instance(loan))
                        .query(Long.class)
                        .single())
                .isPositive();
        for (var table : List.of("act_hi_varinst", "act_hi_detail", "act_hi_decinst")) {
            assertThat(lending.database()
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    /** Names of the variables of the whole process; those of a task go with the task. */
    private List<String> variables(Loan loan) {
        return lending.database()
                .sql("select name_ from act_ru_variable where proc_inst_id_ = ? and task_id_ is null")
                .param(instance(loan))
                .query(String.class)
                .list();
    }

    private String instance(Loan loan) {
        return lending.database()
                .sql("select process_instance_id from application where reference = ?")
                .param(loan.reference())
                .query(String.class)
                .single();
    }
}
