package io.loanflow.application.process;

import io.loanflow.workflow.Inputs;
import io.loanflow.workflow.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The variables of {@code loanOrigination}: names, types and units, agreed between the model and the delegates. */
@Component
class LoanOriginationContract implements ProcessContract {

    static final String PROCESS = "loanOrigination";

    /** String: the application as JSON, as in {@code POST /api/applications}; consumed by the first step. */
    static final String APPLICATION = "application";

    /** Boolean: no eligibility rule refused at the last assessment. For display; the gate computes its own answer. */
    static final String ELIGIBLE = "eligible";

    /** Boolean: a security has no value yet. */
    static final String VALUATION_OUTSTANDING = "valuationOutstanding";

    /** Boolean: every required item of the settlement checklist was done when the task was last completed. */
    static final String CHECKLIST_DONE = "checklistDone";

    /** Date: when the approval expires. */
    static final String APPROVAL_EXPIRES_AT = "approvalExpiresAt";

    /** Message: figures or parties have changed. */
    static final String FIGURES_CHANGED = "figuresChanged";

    @Override
    public String processId() {
        return PROCESS;
    }

    @Override
    public Set<String> startInputs() {
        return StartVariables.NAMES;
    }

    @Override
    public boolean refusesUnknownStartInputs() {
        return true;
    }

    @Override
    public Set<String> messageInputs(String message) {
        return Set.of(Inputs.REASON);
    }
}
