package io.loanflow.identity.process;

import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Counts wrong passwords and lets the first few pass without a delay: people mistype. */
public class PatientLockout extends DbIdentityServiceProvider {

    private static final int WITHOUT_DELAY = 4;

    @Override
    protected void lockUser(UserEntity user) {
        if (user.getAttempts() < WITHOUT_DELAY) {
            getIdentityInfoManager().updateUserLock(user, user.getAttempts() + 1, null);
        } else {
            super.lockUser(user);
        }
    }
}
