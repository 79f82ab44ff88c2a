package io.loanflow.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a task's form shows: where the application stands in the model, and what the features say about it. */
@Component
public class TaskBriefing {

    private static final String STAGE_NAME = "stageName";

    private final Lifecycles lifecycles;
    private final List<Briefing> briefings;

    TaskBriefing(Lifecycles lifecycles, List<Briefing> briefings) {
        this.lifecycles = lifecycles;
        this.briefings = briefings;
    }

    /** Values by the keys of the form; empty when the task has none. */
    public Map<String, Object> of(String reference, String processDefinitionId, String activityId) {
        return lifecycles
                .formOf(processDefinitionId, activityId)
                .map(form -> shown(form, reference, processDefinitionId, activityId))
                .orElse(Map.of());
    }

    private Map<String, Object> shown(TaskForm form, String reference, String processDefinitionId, String activityId) {
        var shown = new HashMap<String, Object>();
        briefings.forEach(briefing -> shown.putAll(briefing.of(reference, form.mentions())));
        lifecycles
                .byId(processDefinitionId)
                .stageAround(activityId)
                .ifPresent(stage -> shown.put(STAGE_NAME, stage.name()));
        return shown;
    }
}
