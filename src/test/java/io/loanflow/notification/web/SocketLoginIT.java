package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.identity.Viewer;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.SocketLogin;
import io.loanflow.notification.SocketTickets;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Logged;
import io.loanflow.testing.Members;
import io.loanflow.testing.SocketClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

@LoanflowIT
@Tag("realtime")
class SocketLoginIT {

    private static final Duration TICKET_LIFE = Duration.ofSeconds(30);

    private final int port;
    private final Members people;
    private final TestRestTemplate rest;
    private final SocketTickets tickets;
    private final EventLog log;

    @Autowired
    SocketLoginIT(
            ApplicationContext context,
            @LocalServerPort int port,
            TestRestTemplate rest,
            SocketTickets tickets,
            EventLog log) {
        this.port = port;
        this.people = new Members(context);
        this.rest = rest;
        this.tickets = tickets;
        this.log = log;
    }

    @Test
    void letsInWithATicketOnce() {
        var answer = askForTicket(people.in("broker"));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(Instant.parse(field(answer, "expires_at")))
                .isBetween(Instant.now(), Instant.now().plus(TICKET_LIFE));

        var query = "ticket=" + field(answer, "ticket");
        try (var client = SocketClient.connect(port, query)) {
            client.next("unread_count");
        }
        assertThat(SocketClient.refusal(port, query)).isEqualTo(401);
    }

    @Test
    void letsInWithAHeader() {
        var header = "Bearer " + people.in("broker").access();

        try (var client = SocketClient.connect(port, "", "Authorization", header)) {
            client.next("unread_count");
        }
    }

    @Test
    void saysWhatItIsToWhoeverDoesNotAskForASocket() {
        var plain = RequestEntity.get("/ws/notifications/")
                .header("Authorization", "Bearer " + people.in("broker").access())
                .build();

        var answer = rest.exchange(plain, String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(426);
        assertThat(answer.getHeaders().getUpgrade()).isEqualTo("websocket");
        assertThat(answer.getBody()).contains("Here is a WebSocket");
    }

    @Test
    void refusesTheOutdatedTheForgedAndTheMissing() {
        var good = people.in("broker").access();
        var forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        var outdated = ticket(people.in("broker"), Duration.ofHours(1), Duration.ZERO);

        assertThat(SocketClient.refusal(port, "")).isEqualTo(401);
        assertThat(SocketClient.refusal(port, "token=")).isEqualTo(401);
        assertThat(SocketClient.refusal(port, "token=" + forged)).isEqualTo(401);
        assertThat(SocketClient.refusal(port, "ticket=nonsense")).isEqualTo(401);
        assertThat(SocketClient.refusal(port, "ticket=" + outdated)).isEqualTo(401);
        assertThat(SocketClient.refusal(port, "", "Authorization", "Bearer " + forged))
                .isEqualTo(401);
    }

    @Test
    void givesNoTicketWithoutALogIn() {
        assertThat(rest.postForEntity("/api/socket-tickets", null, Map.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void refusesForeignOrigins() {
        var query = "token=" + people.in("broker").access();

        assertThat(SocketClient.refusal(port, query, "Origin", "https://evil.example"))
                .isEqualTo(403);
        SocketClient.connect(port, query, "Origin", "http://localhost:" + port).close();
    }

    @Test
    void refusesATicketWhoseSessionEndedMeanwhile() {
        var broker = people.in("broker");
        var ticket = field(askForTicket(broker), "ticket");

        people.logOut(broker);

        assertThat(SocketClient.refusal(port, "ticket=" + ticket)).isEqualTo(401);
    }

    @Test
    void closesOnLogOutButOnlyThatSession() {
        var broker = people.in("broker");
        var elsewhere = people.logIn(broker.id());
        try (var ended = connect(broker);
                var other = connect(elsewhere)) {
            ended.settle();
            other.settle();
            var start = Instant.now();

            people.logOut(broker);

            assertThat(ended.closeCode()).isEqualTo(4401);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(other.settle().isOpen()).isTrue();
        }
    }

    @Test
    void closesWhenTheGroupsChange() {
        var broker = people.in("broker");
        try (var client = connect(broker)) {
            client.settle();
            var start = Instant.now();

            people.moveTo(broker, "credit");

            assertThat(client.closeCode()).isEqualTo(4401);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void closesWhenTheTokenExpires() {
        var ticket = ticket(people.in("broker"), Duration.ofSeconds(2), TICKET_LIFE);
        try (var client = SocketClient.connect(port, "ticket=" + ticket)) {
            client.next("unread_count");
            var start = Instant.now();

            assertThat(client.closeCode()).isEqualTo(4401);
            assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(7));
        }
    }

    @Test
    void writesNoTokenToTheLogHoweverMuchIsLogged() {
        var broker = people.in("broker");
        var ticket = field(askForTicket(broker), "ticket");
        try (var log = Logged.everythingOf("org.springframework", "io.loanflow");
                var byToken = connect(broker);
                var byTicket = SocketClient.connect(port, "ticket=" + ticket)) {
            byToken.settle();
            byTicket.settle();

            assertThat(log.text()).contains("/ws/notifications/").doesNotContain(broker.access(), ticket);
        }
    }

    @Test
    void answersWithoutTheTrailingSlashToo() {
        var token = people.in("broker").access();

        SocketClient.connect(URI.create("ws://localhost:" + port + "/ws/notifications?token=" + token))
                .close();
    }

    private SocketClient connect(Members.Person person) {
        return SocketClient.connect(port, "token=" + person.access());
    }

    private ResponseEntity<Map<String, String>> askForTicket(Members.Person person) {
        return rest.exchange(
                RequestEntity.post("/api/socket-tickets")
                        .header("Authorization", "Bearer " + person.access())
                        .build(),
                new ParameterizedTypeReference<>() {});
    }

    private String ticket(Members.Person person, Duration loginLife, Duration ticketLife) {
        var viewer = new Viewer(person.id(), Set.of("broker"));
        var login = new SocketLogin(viewer, null, Instant.now().plus(loginLife), log.head());
        return tickets.issue(login, ticketLife).ticket();
    }

    private static String field(ResponseEntity<Map<String, String>> answer, String name) {
        return String.valueOf(Objects.requireNonNull(answer.getBody()).get(name));
    }
}
