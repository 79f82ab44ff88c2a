package io.loanflow.modelling;

import java.util.Set;

/** Names the models use and the code does not have yet. A name that has come is taken off; then the class goes. */
final class NotYetThere {

    static final Set<String> DELEGATES =
            Set.of("registerApplication", "assessEligibility", "recordValuation", "recordApproval", "recordChecklist");
    static final Set<String> GATES = Set.of(
            "applicationComplete",
            "eligible",
            "noValuationOutstanding",
            "termsSufficient",
            "fourEyes",
            "checklistDone",
            "conditionsMet");
    static final Set<String> VARIABLES = Set.of("valuationOutstanding", "approvalExpiresAt");

    private NotYetThere() {}
}
