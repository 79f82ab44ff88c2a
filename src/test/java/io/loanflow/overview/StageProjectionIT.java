package io.loanflow.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.workflow.StageGraph;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The read model says what the engine's own history says. */
@LoanflowIT
@Tag("service")
class StageProjectionIT {

    private final Lending lending;

    @Autowired
    StageProjectionIT(ApplicationContext context) {
        this.lending = new Lending(context);
    }

    @Test
    void theStagesCanBeRebuiltFromTheEnginesHistory() {
        var loans = List.of(
                lending.aLoan().reaches("closed"),
                lending.aLoan()
                        .reaches("settlement")
                        .movedBy("bd", "approved", "wrong")
                        .reaches("settlement"),
                lending.aLoan()
                        .reaches("processing")
                        .movedBy("bd", "declined", "no")
                        .movedBy("admin", "inquiry", "yes"),
                lending.aLoan().movedBy("broker", "withdrawn", "no"));
        for (var loan : loans) {
            var rebuilt = rebuild(loan.reference());
            assertThat(loan.history()).isEqualTo(rebuilt);
            assertThat(board(loan.reference())).isEqualTo(rebuilt.get(rebuilt.size() - 1));
            assertThat(loan.stage()).isEqualTo(rebuilt.get(rebuilt.size() - 1));
            assertThat(froms(loan.reference())).isEqualTo(rebuilt.subList(0, rebuilt.size() - 1));
        }
    }

    private List<String> rebuild(String reference) {
        var history = lending.spring().getBean(HistoryService.class);
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .singleResult();
        var stages = new ArrayList<String>();
        history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(HistoricActivityInstance::getStartTime))
                .flatMap(step -> StageGraph.stageThatIs(lending.spring(), step.getActivityId()).stream())
                .forEach(stages::add);
        return stages;
    }

    private String board(String reference) {
        return lending.database()
                .sql("select stage from stage_board where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    private List<String> froms(String reference) {
        return lending.database()
                .sql("select from_stage from stage_history where reference = ? and from_stage is not null order by id")
                .param(reference)
                .query(String.class)
                .list();
    }
}
