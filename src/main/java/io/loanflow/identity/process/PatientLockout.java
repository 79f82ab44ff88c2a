package io.loanflow.identity.process;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong passwords, whichever door they come through. The first few pass without a delay, because people mistype; each
 * one after them locks the account for twice as long as the one before. Whoever tries at a locked account cannot tell.
 */
public class PatientLockout extends DbIdentityServiceProvider {

    static final int WITHOUT_DELAY = 4;
    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int MOST_DOUBLINGS = 20;

    /** @param wrong how many wrong passwords there were since the last right one */
    static Duration delayAfter(int wrong) {
        if (wrong <= WITHOUT_DELAY) {
            return Duration.ZERO;
        }
        var grown = FIRST.multipliedBy(1L << Math.min(wrong - WITHOUT_DELAY - 1, MOST_DOUBLINGS));
        return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    }

    @Override
    public boolean checkPassword(String userId, @Nullable String password) {
        waitForOthers(userId);
        var user = findUserById(userId);
        if (user != null && password != null && isUserLocked(user)) {
            // takes as long as any other check, and the result is nobody's business
            matchPassword(password, user);
            return false;
        }
        return super.checkPassword(userId, password);
    }

    @Override
    protected void lockUser(UserEntity user) {
        int wrong = user.getAttempts() + 1;
        var delay = delayAfter(wrong);
        var until = delay.isZero()
                ? null
                : Date.from(ClockUtil.getCurrentTime().toInstant().plus(delay));
        getIdentityInfoManager().updateUserLock(user, wrong, until);
    }

    /** Passwords for one account are checked one after the other, so that many at once are not counted as one. */
    private static void waitForOthers(String userId) {
        var session = Context.getCommandContext().getDbSqlSession().getSqlSession();
        try (var lock =
                session.getConnection().prepareStatement("select 1 from act_id_user where id_ = ? for update")) {
            lock.setString(1, userId);
            lock.execute();
        } catch (SQLException e) {
            throw new ProcessEngineException("The account could not be locked", e);
        }
    }
}
