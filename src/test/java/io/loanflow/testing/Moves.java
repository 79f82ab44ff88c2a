package io.loanflow.testing;

import io.loanflow.platform.ShortIds;
import io.loanflow.workflow.Stage;
import io.loanflow.workflow.StageEntered;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applications and their moves as far as notifications see them: rows that say who is concerned, and the event that the
 * engine's listener publishes. So any stages, hundreds of moves a second and a rollback at the last moment are possible.
 */
public class Moves {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    public Moves(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.events = context;
    }

    /** A new application in {@code inquiry} with these users as broker, BDM and borrowers; null for none. */
    public String create(@Nullable String brokerUser, @Nullable String bdmUser, String... borrowerUsers) {
        var reference = "APP-" + ShortIds.draw(8);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into application (reference, process_instance_id, broker_id, bdm_id,"
                            + " created_by, created_at, updated_at) values (?, ?, ?, ?, 'test', now(), now())")
                    .params(reference, "none-" + reference, broker(brokerUser), bdm(bdmUser))
                    .update();
            for (int n = 0; n < borrowerUsers.length; n++) {
                jdbc.sql("insert into application_borrower (reference, borrower_id, position) values (?, ?, ?)")
                        .params(reference, borrower(borrowerUsers[n]), n)
                        .update();
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
        var stage = new Stage(to, name, 1, true, Set.of(), told, Set.of(), Set.of());
        events.publishEvent(new StageEntered(reference, from, stage, null, null, false, 1, Instant.now()));
    }

    private @Nullable Long broker(@Nullable String user) {
        return user == null
                ? null
                : id(
                        "insert into broker (first_name, last_name, user_id) values ('Test', 'Broker', ?)"
                                + " on conflict (user_id) do update set user_id = excluded.user_id returning id",
                        user);
    }

    private @Nullable Long bdm(@Nullable String user) {
        return user == null
                ? null
                : id(
                        "insert into bdm (name, user_id) values ('Test', ?)"
                                + " on conflict (user_id) do update set user_id = excluded.user_id returning id",
                        user);
    }

    private Long borrower(String user) {
        return id("insert into borrower (user_id, data) values (?, '{}') returning id", user);
    }

    private Long id(String sql, String user) {
        return jdbc.sql(sql).param(user).query(Long.class).single();
    }
}
