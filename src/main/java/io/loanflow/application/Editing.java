package io.loanflow.application;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Position;
import java.util.Map;

/** Who may change what was entered, stage by stage: the model's property {@code editableBy}. */
final class Editing {

    /** Who enters applications, and so may change them in some stage. */
    static final String[] ENTERING = {"broker", "bd", "credit", "admin"};

    private Editing() {}

    /** @throws Problem 409 when nobody may in this stage, or this person not any more; 403 when they never may */
    static void require(Position position, Viewer viewer) {
        var stage = position.stage();
        if (stage == null || stage.editableBy().isEmpty()) {
            throw Problem.conflict(
                    "In stage '" + position.stageId() + "' an application can no longer be changed.",
                    Map.of("stage", position.stageId()));
        }
        if (!viewer.in(stage.editableBy().toArray(String[]::new))) {
            var reason = "In stage '" + stage.id() + "' only these groups change an application: "
                    + String.join(", ", stage.editableBy()) + ".";
            throw viewer.in(ENTERING)
                    ? Problem.conflict(reason, Map.of("stage", stage.id()))
                    : Problem.forbidden(reason);
        }
    }
}
