package io.loanflow.identity.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/** What the engine grants by itself: users may only read themselves, and a candidate loses a task with the link. */
class SparseGrants extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), Permissions.READ)
        };
    }

    /** To give a task back is to assign it to nobody; whom it may be assigned to is decided at the door. */
    @Override
    protected Permission[] getRuntimePermissions(boolean specificVariables) {
        return new Permission[] {Permissions.READ, Permissions.TASK_WORK, Permissions.TASK_ASSIGN};
    }

    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }

    @Override
    public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
        return present(
                getGrantAuthorizationByUserId(userId, Resources.TASK, task.getId()),
                getGrantAuthorizationByUserId(userId, Resources.HISTORIC_TASK, task.getId()));
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        return present(
                getGrantAuthorizationByGroupId(groupId, Resources.TASK, task.getId()),
                getGrantAuthorizationByGroupId(groupId, Resources.HISTORIC_TASK, task.getId()));
    }

    private static AuthorizationEntity[] present(AuthorizationEntity... found) {
        return Stream.of(found).filter(grant -> grant != null).toArray(AuthorizationEntity[]::new);
    }
}
