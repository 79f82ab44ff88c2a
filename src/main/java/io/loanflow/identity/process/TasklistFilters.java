package io.loanflow.identity.process;

import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;

/** The lists that everybody finds in Tasklist; theirs are the only expressions in stored queries. */
class TasklistFilters {

    private static final String ME = "${ currentUser() }";
    private static final String MY_GROUPS = "${ currentUserGroups() }";
    private static final List<Map<String, String>> SHOWN_OF_A_TASK = List.of(
            Map.of("name", "reference", "label", "Application"), Map.of("name", "borrowers", "label", "Borrowers"));

    private final ProcessEngine engine;

    TasklistFilters(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param client whose tasks are those that are given to them, and those that they gave back */
    void create(List<String> groups, String client) {
        var mine = Stream.concat(groups.stream(), Stream.of(client)).toList();
        share("My tasks", tasks().taskAssigneeExpression(ME), 10, mine);
        share("Tasks I can claim", tasks().taskCandidateUserExpression(ME), 20, mine);
        share("My groups' tasks", tasks().taskCandidateGroupInExpression(MY_GROUPS), 30, groups);
        share("All tasks", tasks(), 40, List.of());
    }

    private TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery();
    }

    private void share(String name, TaskQuery query, int priority, List<String> groups) {
        var filters = engine.getFilterService();
        var present = filters.createFilterQuery().filterName(name).list().stream()
                .filter(filter -> filter.getOwner() == null)
                .findFirst();
        var filter = present.orElseGet(() -> filters.newTaskFilter(name)
                .setQuery(query)
                .setProperties(
                        new HashMap<>(Map.of("priority", priority, "refresh", true, "variables", SHOWN_OF_A_TASK))));
        if (present.isEmpty()) {
            filters.saveFilter(filter);
        }
        groups.forEach(group -> EngineGrants.grant(engine, group, Resources.FILTER, filter.getId(), READ));
    }
}
