package io.loanflow.identity.process;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;

import io.loanflow.identity.GroupNames;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** The groups and what each may do at the engine's own doors; written at every start where it is missing. */
@Component
class EngineGrants extends SpringBootProcessEnginePlugin {

    private static final String LIFECYCLE = "loanOrigination";
    private static final String SIGNING = "documentSigning";
    private static final String SERVICING = "loanServicing";
    private static final List<String> TASKLIST = List.of("credit", "accounts", "bd", "broker");
    private static final List<String> STARTERS = List.of("credit", "bd", "broker");
    private static final String CLIENT = "client";
    private static final String ANALYST = "analyst";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        GroupNames.ALL.forEach(group -> createGroup(engine, group));
        createGroup(engine, Groups.CAMUNDA_ADMIN);
        for (var everything : Resources.values()) {
            grant(engine, GroupNames.ADMIN, everything, Authorization.ANY, ALL);
        }
        TASKLIST.forEach(group -> workInTasklist(engine, group));
        STARTERS.forEach(group -> startApplications(engine, group));
        grant(engine, CLIENT, Resources.APPLICATION, "tasklist", ACCESS);
        grant(engine, CLIENT, Resources.PROCESS_DEFINITION, LIFECYCLE, READ);
        grant(engine, CLIENT, Resources.PROCESS_DEFINITION, SIGNING, READ);
        readModels(engine);
        new TasklistFilters(engine).create(TASKLIST, CLIENT);
    }

    private static void workInTasklist(ProcessEngine engine, String group) {
        grant(engine, group, Resources.APPLICATION, "tasklist", ACCESS);
        grant(engine, group, Resources.FILTER, Authorization.ANY, CREATE);
        grant(engine, group, Resources.PROCESS_DEFINITION, SIGNING, READ);
        grant(engine, group, Resources.PROCESS_DEFINITION, SERVICING, READ);
        if (!STARTERS.contains(group)) {
            grant(engine, group, Resources.PROCESS_DEFINITION, LIFECYCLE, READ);
        }
    }

    private static void startApplications(ProcessEngine engine, String group) {
        grant(engine, group, Resources.PROCESS_DEFINITION, LIFECYCLE, READ, CREATE_INSTANCE);
        grant(engine, group, Resources.PROCESS_INSTANCE, Authorization.ANY, CREATE);
    }

    private static void readModels(ProcessEngine engine) {
        grant(engine, ANALYST, Resources.APPLICATION, "cockpit", ACCESS);
        Stream.of(
                        Resources.PROCESS_DEFINITION,
                        Resources.DECISION_DEFINITION,
                        Resources.DECISION_REQUIREMENTS_DEFINITION,
                        Resources.DEPLOYMENT)
                .forEach(models -> grant(engine, ANALYST, models, Authorization.ANY, READ));
    }

    private static void createGroup(ProcessEngine engine, String id) {
        var identity = engine.getIdentityService();
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(id);
            group.setType(id.equals(Groups.CAMUNDA_ADMIN) ? Groups.GROUP_TYPE_SYSTEM : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    static void grant(ProcessEngine engine, String group, Resource resource, String id, Permission... permissions) {
        var authorizations = engine.getAuthorizationService();
        var present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .count();
        if (present == 0) {
            var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorizations.saveAuthorization(grant);
        }
    }
}
