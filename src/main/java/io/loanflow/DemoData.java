package io.loanflow;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.NewAccount;
import io.loanflow.platform.DatabaseServer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty embedded database, so that there is something to look at; all of it or nothing. */
@Component
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private static final Map<String, String> NAMES = Map.of(
            "admin", "Ada Admin",
            "credit", "Chris Credit",
            "accounts", "Alex Accounts",
            "bd", "Blair Devlin",
            "broker", "Billie Brook",
            "client", "Casey Client");

    private final DatabaseServer database;
    private final Accounts accounts;
    private final DemoLoans loans;
    private final DemoContacts contacts;
    private final DemoDataHealth health;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoData(
            DatabaseServer database,
            Accounts accounts,
            DemoLoans loans,
            DemoContacts contacts,
            DemoDataHealth health,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.accounts = accounts;
        this.loans = loans;
        this.contacts = contacts;
        this.health = health;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (database.embedded() && isEmpty()) {
            LOG.info("Making the demo data");
            transaction.executeWithoutResult(status -> make(logins()));
        }
        health.demoDataIsThere();
    }

    private void make(Map<String, String> logins) {
        loans.make(logins);
        contacts.make(logins);
    }

    private boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    /** Account id by group. */
    private Map<String, String> logins() {
        var ids = new HashMap<String, String>();
        for (var login : DemoLogin.ALL) {
            var name = String.valueOf(NAMES.get(login.group())).split(" ", 2);
            ids.put(
                    login.group(),
                    accounts.create(new NewAccount(
                            login.email().toLowerCase(Locale.ROOT),
                            name[0],
                            name[1],
                            null,
                            DemoLogin.PASSWORD,
                            Set.of(login.group()))));
        }
        return ids;
    }
}
