package io.loanflow.identity.web;

import io.loanflow.identity.Account;
import io.loanflow.identity.Accounts;
import io.loanflow.identity.LoginRecord;
import io.loanflow.identity.LoginRecord.Door;
import io.loanflow.identity.LoginSessions;
import org.springframework.stereotype.Component;

/** Begins sessions at the API. */
@Component
class LoggedIns {

    private final Accounts accounts;
    private final LoginSessions sessions;
    private final LoginRecord record;

    LoggedIns(Accounts accounts, LoginSessions sessions, LoginRecord record) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.record = record;
    }

    LoggedIn start(Account account) {
        record.accepted(account.id(), Door.API);
        return LoggedIn.of(sessions.start(account.id()), User.of(account, accounts.groupsOf(account.id())));
    }
}
