package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.notification.Inbox;
import io.loanflow.notification.Notice;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import io.loanflow.testing.SocketClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@LoanflowIT
@Tag("realtime")
class SocketLimitsIT {

    private static final String PING = "{\"type\":\"ping\"}";

    private final int port;
    private final Members people;
    private final Inbox inbox;
    private final Sockets sockets;

    @Autowired
    SocketLimitsIT(ApplicationContext context, @LocalServerPort int port, Inbox inbox, Sockets sockets) {
        this.sockets = sockets;
        this.port = port;
        this.people = new Members(context);
        this.inbox = inbox;
    }

    @Test
    void refusesAFloodAndThenGivesUpOnIt() {
        try (var client = connect(people.in("broker"))) {
            IntStream.range(0, 100).forEach(n -> client.send(PING));
            IntStream.range(0, 100).forEach(n -> client.next("pong"));

            client.send(PING);
            assertThat(client.next("error").path("code").asText()).isEqualTo("too_many_messages");
            assertThat(client.isOpen()).isTrue();

            IntStream.range(0, 100).forEach(n -> client.send(PING));
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void closesOnAMessageThatIsTooLarge() {
        try (var client = connect(people.in("broker"))) {
            var padding = " ".repeat(64 * 1024 - PING.length());
            client.send(PING + padding);
            client.next("pong");

            client.send(PING + padding + " ");

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void closesTheEleventhSocketOfAPersonAndFreesTheirPlaces() {
        var broker = people.in("broker");
        var open = new ArrayList<SocketClient>();
        IntStream.range(0, 10).forEach(n -> open.add(connect(broker).settle()));

        try (var eleventh = connect(broker)) {
            assertThat(eleventh.closeCode()).isEqualTo(1008);
        }
        open.forEach(client -> assertThat(client.isOpen()).isTrue());

        open.remove(0).close();
        Awaitility.await().until(() -> sockets.of(broker.id()) < 10);
        open.add(connect(broker).settle());
        open.forEach(SocketClient::close);
    }

    @Test
    void cutsOffWhoDoesNotReadAndLetsNobodyElseWait() {
        var sleeper = people.in("broker");
        var reader = people.in("broker");
        try (var asleep = SocketClient.connectWithoutReading(port, "token=" + sleeper.access());
                var awake = connect(reader)) {
            awake.settle();
            var large = new Notice("system", "Large", "x".repeat(64 * 1024), null, null);
            var cutOff = 0;
            for (int round = 0; round < 400 && cutOff == 0; round++) {
                var start = Instant.now();
                inbox.tell(Set.of(sleeper.id(), reader.id()), large);
                awake.next("notification");
                assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
                cutOff = sockets.of(sleeper.id()) > 0 ? 0 : round;
            }

            assertThat(cutOff).as("rounds until cut off").isPositive();
            assertThat(awake.settle().isOpen()).isTrue();
            assertThat(asleep).isNotNull();
        }
    }

    private SocketClient connect(Members.Person person) {
        return SocketClient.connect(port, "token=" + person.access());
    }
}
