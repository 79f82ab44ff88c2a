package io.loanflow.testing;

import io.loanflow.platform.ShortIds;
import io.loanflow.workflow.Stage;
import io.loanflow.workflow.StageEntered;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Applications and their moves as far as notifications see them: the rows that say who is concerned, and the event. */
public class Moves {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    public Moves(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.events = context;
        standIns();
    }

    /** A new application in {@code inquiry} with these users as broker, BDM and borrowers; null for none. */
    public String create(@Nullable String brokerUser, @Nullable String bdmUser, String... borrowerUsers) {
        var reference = "APP-" + ShortIds.draw(8);
        transaction.executeWithoutResult(status -> {
            insert("insert into broker values (?, ?)", "b" + reference, brokerUser);
            insert("insert into bdm values (?, ?)", "m" + reference, bdmUser);
            insert("insert into application values (?, ?, ?)", reference, "b" + reference, "m" + reference);
            for (var user : borrowerUsers) {
                var id = ShortIds.draw(10);
                insert("insert into borrower values (?, ?)", id, user);
                insert("insert into application_borrower values (?, ?)", reference, id);
            }
            enter(reference, null, "inquiry");
        });
        return reference;
    }

    /** Moves an application and commits. */
    public void move(String reference, String from, String to) {
        transaction.executeWithoutResult(status -> enter(reference, from, to));
    }

    /** Moves an application as far as the last moment before the commit, and then not. */
    public void moveAndRollBack(String reference, String from, String to) {
        transaction.executeWithoutResult(status -> {
            enter(reference, from, to);
            status.setRollbackOnly();
        });
    }

    private void enter(String reference, @Nullable String from, String to) {
        var told = to.equals("processing") ? Set.of("credit") : Set.<String>of();
        var name = to.substring(0, 1).toUpperCase(Locale.ROOT) + to.substring(1);
        var stage = new Stage(to, name, 1, true, Set.of(), told, Set.of());
        events.publishEvent(new StageEntered(reference, from, stage, null, null, 1, Instant.now()));
    }

    private void insert(String sql, @Nullable Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private void standIns() {
        List.of(
                        "create table if not exists broker (id text primary key, user_id text)",
                        "create table if not exists bdm (id text primary key, user_id text)",
                        "create table if not exists borrower (id text primary key, user_id text)",
                        "create table if not exists application (reference text primary key, broker_id text, bdm_id text)",
                        "create table if not exists application_borrower (reference text, borrower_id text)",
                        """
                        create or replace view application_audience (reference, principal) as
                        select reference, 'group:' || unnest(array['admin', 'credit']) from application
                        union all select a.reference, 'user:' || b.user_id
                          from application a join broker b on b.id = a.broker_id
                        union all select a.reference, 'user:' || m.user_id
                          from application a join bdm m on m.id = a.bdm_id
                        union all select ab.reference, 'user:' || w.user_id
                          from application_borrower ab join borrower w on w.id = ab.borrower_id
                        """)
                .forEach(sql -> jdbc.sql(sql).update());
    }
}
