package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import io.loanflow.testing.SocketClient;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a client hears when the node or its database cannot go on. */
@LoanflowIT
@Tag("realtime")
class SocketFailuresIT {

    private static final String COUNT = "{\"type\":\"get_unread_count\"}";

    private final int port;
    private final Members people;
    private final Sockets sockets;
    private final JdbcClient jdbc;

    @Autowired
    SocketFailuresIT(ApplicationContext context, @LocalServerPort int port, Sockets sockets, JdbcClient jdbc) {
        this.port = port;
        this.people = new Members(context);
        this.sockets = sockets;
        this.jdbc = jdbc;
    }

    @Test
    void saysThatAMessageFailedAndAnswersTheNext() {
        try (var client = connect()) {
            client.settle();

            withoutTheInbox(() -> {
                client.send(COUNT);
                assertThat(client.next("error").path("code").asText()).isEqualTo("failed");
            });

            client.send(COUNT);
            assertThat(client.next("unread_count").path("count").asInt()).isZero();
        }
    }

    @Test
    void closesWhenItCannotEvenBegin() {
        var broker = people.in("broker");
        withoutTheInbox(() -> {
            try (var client = SocketClient.connect(port, "token=" + broker.access())) {
                assertThat(client.closeCode()).isEqualTo(1011);
            }
        });
    }

    @Test
    void saysThatItsNodeStopsAndIsServedWhenItIsBack() {
        var broker = people.in("broker");
        try (var client = SocketClient.connect(port, "token=" + broker.access())) {
            client.settle();

            sockets.stop();
            try {
                assertThat(client.closeCode()).isEqualTo(1001);
                assertThat(sockets.isRunning()).isFalse();
            } finally {
                sockets.start();
            }
        }
        try (var again = SocketClient.connect(port, "token=" + broker.access())) {
            again.settle();
        }
    }

    @Test
    void followsTenThousandReferencesAndNotOneMore() {
        try (var client = connect()) {
            client.next("unread_count");
            for (int thousands = 0; thousands < 10; thousands++) {
                client.send(subscribe(thousands * 1_000, 1_000));
            }
            client.settle();

            client.send(subscribe(10_000, 1));

            assertThat(client.next("error").path("code").asText()).isEqualTo("too_many_references");
            client.settle();
        }
    }

    /** For as long as this takes, the table of notifications is not there. */
    private void withoutTheInbox(Runnable meanwhile) {
        jdbc.sql("alter table notification rename to notification_away").update();
        try {
            meanwhile.run();
        } finally {
            jdbc.sql("alter table notification_away rename to notification").update();
        }
    }

    private static String subscribe(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj("\"APP-%08d\""::formatted)
                .collect(Collectors.joining(",", "{\"type\":\"subscribe\",\"references\":[", "]}"));
    }

    private SocketClient connect() {
        return SocketClient.connect(port, "token=" + people.in("broker").access());
    }
}
