package io.loanflow.notification.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.notification.Event;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.Feed;
import io.loanflow.notification.Inbox;
import io.loanflow.notification.Notice;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import io.loanflow.testing.Moves;
import io.loanflow.testing.SocketClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds between nodes, and when transactions overlap or connections break. */
@LoanflowIT
@Tag("realtime")
class FanoutIT {

    private static final Notice NOTICE = new Notice("system", "Hello", "From another node", null, null);
    private static final String OURS = " from pg_stat_activity where datname = current_database()"
            + " and application_name in ('loanflow listener', 'loanflow notifier')";

    private final int port;
    private final Moves moves;
    private final Members people;
    private final DataSource dataSource;
    private final JdbcClient jdbc;

    @Autowired
    FanoutIT(ApplicationContext context, @LocalServerPort int port, DataSource dataSource, JdbcClient jdbc) {
        this.port = port;
        this.moves = new Moves(context);
        this.people = new Members(context);
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    @Test
    void carriesACommitOfAnotherNodeToASocketHere() {
        var broker = people.in("broker");
        try (var node = SecondNode.on(dataSource);
                var client = connect(broker)) {
            client.settle();

            node.getBean(Inbox.class).tell(Set.of(broker.id()), NOTICE);

            var title = client.next("notification").at("/notification/title").asText();
            assertThat(title).isEqualTo("Hello");
        }
    }

    @Test
    void carriesACommitHereToAnotherNode() {
        var broker = people.in("broker");
        var heard = new CopyOnWriteArrayList<Event>();
        try (var node = SecondNode.on(dataSource)) {
            node.getBean(Feed.class).join(heard::addAll);

            var reference = moves.create(broker.id(), null);

            Awaitility.await().until(() -> heard.stream().anyMatch(event -> reference.equals(event.reference())));
        }
    }

    @Test
    void closesSocketsHereWhenTheGroupsChangeOnAnotherNode() {
        var broker = people.in("broker");
        try (var node = SecondNode.on(dataSource);
                var client = connect(broker)) {
            client.settle();

            node.getBean(EventLog.class).append(Event.GROUPS_CHANGED, null, broker.id(), Map.of());

            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void neverSkipsALateCommit() throws SQLException {
        var broker = people.in("broker");
        var early = moves.create(broker.id(), null);
        var late = moves.create(broker.id(), null);
        try (var client = connect(broker);
                var older = dataSource.getConnection()) {
            client.send("{\"type\":\"subscribe\",\"references\":[\"" + early + "\",\"" + late + "\"]}");
            client.settle();
            older.setAutoCommit(false);
            execute(
                    older,
                    "insert into event_log (type, reference, payload) values ('application_status', '" + early
                            + "', '{\"from\":\"a\",\"to\":\"b\"}')");
            moves.move(late, "c", "d");
            assertThat(client.hearsNothingFor(Duration.ofMillis(1_500))).isTrue();

            older.commit();

            assertThat(client.next("application_status").path("reference").asText())
                    .isEqualTo(early);
            assertThat(client.next("application_status").path("reference").asText())
                    .isEqualTo(late);
        }
    }

    @Test
    void goesOnWhenATransactionThatHeldRowsBackEndsWithoutAnEvent() throws SQLException {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        try (var client = connect(broker);
                var older = dataSource.getConnection()) {
            client.settle();
            older.setAutoCommit(false);
            execute(older, "select pg_current_xact_id()");
            moves.move(reference, "a", "b");
            assertThat(client.hearsNothingFor(Duration.ofMillis(300))).isTrue();

            older.rollback();

            client.next("notification");
        }
    }

    @Test
    void survivesTheLossOfItsConnections() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        try (var client = connect(broker)) {
            client.settle();

            assertThat(ask("select count(pg_terminate_backend(pid))" + OURS)).isGreaterThanOrEqualTo(2);
            moves.move(reference, "a", "b");
            client.next("notification");

            Awaitility.await().until(() -> ask("select count(*)" + OURS) >= 2);
            moves.move(reference, "b", "c");
            client.next("notification");
        }
    }

    private long ask(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SocketClient connect(Members.Person person) {
        return SocketClient.connect(port, "token=" + person.access());
    }
}
