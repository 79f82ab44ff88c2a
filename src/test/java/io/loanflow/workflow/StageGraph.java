package io.loanflow.workflow;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.ApplicationContext;

/** Lets tests ask the deployed model which stage leads to which. */
public final class StageGraph {

    private StageGraph() {}

    /** Stages that people can go to from this one; an event around several stages counts for all. */
    public static List<String> after(ApplicationContext context, String stage) {
        var lifecycle = newest(context);
        return lifecycle.exits().values().stream()
                .flatMap(List::stream)
                .filter(exit -> !exit.isForTheSystem())
                .filter(exit -> lifecycle
                        .stageAround(exit.activityId())
                        .map(around -> around.id().equals(stage))
                        .orElse(true))
                .map(exit -> exit.to().id())
                .distinct()
                .toList();
    }

    /** The stage that an element is. */
    public static Optional<String> stageThatIs(ApplicationContext context, String activityId) {
        return Optional.ofNullable(newest(context).stages().get(activityId)).map(Stage::id);
    }

    private static Lifecycle newest(ApplicationContext context) {
        var definition = context.getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey("loanOrigination")
                .latestVersion()
                .singleResult();
        return context.getBean(Lifecycles.class).byId(definition.getId());
    }
}
