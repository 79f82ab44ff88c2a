package io.loanflow.application.process;

import static io.loanflow.application.process.LoanOriginationContract.ELIGIBLE;
import static io.loanflow.application.process.LoanOriginationContract.VALUATION_OUTSTANDING;

import io.loanflow.application.Assessments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the eligibility rules on what was applied for. */
@Component("assessEligibility")
class AssessEligibilityDelegate implements JavaDelegate {

    private final Assessments assessments;

    AssessEligibilityDelegate(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = assessments.assess(execution.getProcessBusinessKey());
        execution.setVariable(ELIGIBLE, outcome.eligible());
        execution.setVariable(VALUATION_OUTSTANDING, outcome.valuationOutstanding());
    }
}
