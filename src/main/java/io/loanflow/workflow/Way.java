package io.loanflow.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.jspecify.annotations.Nullable;

/** What has been gathered while following the flows from a waiting step towards a stage. */
record Way(
        @Nullable String decision,
        @Nullable Stage to,
        @Nullable Set<String> who,
        boolean needsReason,
        List<String> gates) {

    static Way from(BaseElement start) {
        return new Way(null, null, null, false, List.of()).past(start);
    }

    /** Goes past an element: what it says about who may pass comes on top of what is known. */
    Way past(BaseElement element) {
        var properties = Properties.of(element);
        var moreGates = new ArrayList<>(gates);
        moreGates.addAll(properties.list("gates"));
        var named = properties.names("who");
        return new Way(
                decision,
                to,
                named.isEmpty() ? who : named,
                needsReason || properties.isTrue("needsReason"),
                moreGates);
    }

    Way deciding(String value) {
        return new Way(value, to, who, needsReason, gates);
    }

    Way into(Stage stage) {
        return new Way(decision, stage, who, needsReason, gates);
    }

    Exit asExit(String activityId, @Nullable String message) {
        if (to == null) {
            throw new IllegalStateException("The way from " + activityId + " leads to no stage");
        }
        return new Exit(activityId, message, decision, to, who, needsReason, gates);
    }
}
