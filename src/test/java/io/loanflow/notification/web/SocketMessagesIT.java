package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import io.loanflow.testing.Moves;
import io.loanflow.testing.SocketClient;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@LoanflowIT
@Tag("realtime")
class SocketMessagesIT {

    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final int port;
    private final Moves moves;
    private final Members people;

    @Autowired
    SocketMessagesIT(ApplicationContext context, @LocalServerPort int port) {
        this.port = port;
        this.moves = new Moves(context);
        this.people = new Members(context);
    }

    @Test
    void saysTheUnreadCountFirst() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        moves.move(reference, "inquiry", "processing");

        try (var client = connect(broker)) {
            var first = client.next();

            assertThat(first.path("type").asText()).isEqualTo("unread_count");
            assertThat(first.path("count").asInt()).isEqualTo(1);
            assertThat(client.hearsNothingFor(A_WHILE)).isTrue();
        }
    }

    @Test
    void tellsThoseConcernedAndThenTheirCount() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        try (var client = connect(broker)) {
            client.next("unread_count");

            moves.move(reference, "inquiry", "processing");

            var told = client.next();
            assertThat(told.path("type").asText()).isEqualTo("notification");
            assertThat(told.path("cursor").asText()).matches("[A-Za-z0-9_-]+");
            var notification = told.path("notification");
            assertThat(notification.path("id").isIntegralNumber()).isTrue();
            assertThat(notification.path("notification_type").asText()).isEqualTo("application_status");
            assertThat(notification.path("title").asText()).isEqualTo("Application moved to Processing");
            assertThat(notification.path("message").asText()).contains(reference, "Processing");
            assertThat(notification.path("related_object_type").asText()).isEqualTo("application");
            assertThat(notification.path("related_object_id").asText()).isEqualTo(reference);
            assertThat(notification.path("is_read").isBoolean()).isTrue();
            assertThat(notification.path("created_at").asText()).endsWith("Z");
            assertThat(client.next().toString()).isEqualTo("{\"type\":\"unread_count\",\"count\":1}");
        }
    }

    @Test
    void tellsEachPersonOnceHoweverManyRolesTheyHave() {
        var both = people.in("broker", "credit");
        var client1 = people.in("client");
        var reference = moves.create(both.id(), both.id(), client1.id());
        try (var staff = connect(both);
                var borrower = connect(client1)) {
            staff.next("unread_count");
            borrower.next("unread_count");

            moves.move(reference, "inquiry", "processing");

            staff.next("notification");
            assertThat(staff.next("unread_count").path("count").asInt()).isEqualTo(1);
            assertThat(staff.hearsNothingFor(A_WHILE)).isTrue();
            borrower.next("notification");
        }
    }

    @Test
    void tellsTheGroupOfTheStage() {
        var credit = people.in("credit");
        var reference = moves.create(null, null);
        try (var client = connect(credit)) {
            moves.move(reference, "inquiry", "processing");

            assertThat(client.next("notification")
                            .path("notification")
                            .path("related_object_id")
                            .asText())
                    .isEqualTo(reference);
        }
    }

    @Test
    void tellsStagesToThoseWhoSubscribeAndMaySee() {
        var broker = people.in("broker");
        var stranger = people.in("broker");
        var reference = moves.create(broker.id(), null);
        var other = moves.create(broker.id(), null);
        try (var subscribed = connect(broker);
                var silent = connect(broker);
                var foreign = connect(stranger)) {
            subscribed.send(subscribe(reference));
            subscribed.settle();
            foreign.send("{\"type\":\"subscribe\",\"references\":[\"" + reference + "\",\"" + other + "\"]}");
            foreign.settle();

            moves.move(other, "inquiry", "approved");
            moves.move(reference, "inquiry", "processing");

            var moved = subscribed.next("application_status");
            assertThat(moved.path("reference").asText()).isEqualTo(reference);
            assertThat(moved.path("from").asText()).isEqualTo("inquiry");
            assertThat(moved.path("to").asText()).isEqualTo("processing");
            assertThat(moved.path("at").asText()).endsWith("Z");
            assertThat(moved.path("cursor").asText()).isNotEmpty();
            silent.next("notification");
            silent.next("notification");
            assertThat(silent.untilPong("application_status")).isEmpty();
            assertThat(foreign.hearsNothingFor(A_WHILE)).isTrue();
        }
    }

    @Test
    void tellsWhoFollowsAllOfCreationsToo() {
        var broker = people.in("broker");
        try (var client = connect(broker)) {
            client.send("{\"type\":\"subscribe\",\"references\":\"all\"}");
            client.settle();

            var reference = moves.create(broker.id(), null);

            var created = client.next();
            assertThat(created.path("type").asText()).isEqualTo("application_status");
            assertThat(created.path("reference").asText()).isEqualTo(reference);
            assertThat(created.has("from")).isTrue();
            assertThat(created.path("from").isNull()).isTrue();
            assertThat(client.hearsNothingFor(A_WHILE))
                    .as("creation notifies nobody")
                    .isTrue();
        }
    }

    @Test
    void addsToWhatAClientFollows() {
        var broker = people.in("broker");
        var first = moves.create(broker.id(), null);
        var second = moves.create(broker.id(), null);
        try (var client = connect(broker)) {
            client.send(subscribe(first));
            client.send(subscribe(second));
            client.settle();

            moves.move(first, "inquiry", "processing");
            moves.move(second, "inquiry", "processing");

            assertThat(client.next("application_status").path("reference").asText())
                    .isEqualTo(first);
            assertThat(client.next("application_status").path("reference").asText())
                    .isEqualTo(second);
        }
    }

    @Test
    void saysNothingOfWhatWasRolledBack() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        try (var client = connect(broker)) {
            client.send(subscribe(reference));
            client.settle();

            moves.moveAndRollBack(reference, "inquiry", "processing");

            assertThat(client.hearsNothingFor(A_WHILE)).isTrue();
        }
    }

    @Test
    void marksReadHereAndTellsEverySocketOfThePerson() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        try (var one = connect(broker);
                var two = connect(broker)) {
            one.settle();
            two.settle();
            moves.move(reference, "inquiry", "processing");
            moves.move(reference, "processing", "approved");
            var id = one.next("notification").path("notification").path("id").asLong();
            awaitCount(one, 2);
            awaitCount(two, 2);

            one.send("{\"type\":\"mark_read\",\"id\":" + id + "}");
            awaitCount(one, 1);
            awaitCount(two, 1);

            one.send("{\"type\":\"mark_all_read\"}");
            awaitCount(one, 0);
            awaitCount(two, 0);

            one.send("{\"type\":\"get_unread_count\"}");
            assertThat(one.next().toString()).isEqualTo("{\"type\":\"unread_count\",\"count\":0}");
        }
    }

    @Test
    void refusesToMarkWhatBelongsToSomebodyElse() {
        var broker = people.in("broker");
        var stranger = people.in("broker");
        var reference = moves.create(broker.id(), null);
        try (var client = connect(broker);
                var foreign = connect(stranger)) {
            client.settle();
            foreign.settle();
            moves.move(reference, "inquiry", "processing");
            var id = client.next("notification").path("notification").path("id").asLong();

            foreign.send("{\"type\":\"mark_read\",\"id\":" + id + "}");

            assertThat(foreign.next("error").path("code").asText()).isEqualTo("not_found");
            client.send("{\"type\":\"get_unread_count\"}");
            assertThat(client.untilPong("unread_count"))
                    .last()
                    .extracting(frame -> frame.path("count").asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | malformed_json",
                "[] | unknown_type",
                "{} | unknown_type",
                "{\"type\":\"dance\"} | unknown_type",
                "{\"type\":7} | unknown_type",
                "{\"type\":\"mark_read\"} | bad_id",
                "{\"type\":\"mark_read\",\"id\":\"x\"} | bad_id",
                "{\"type\":\"mark_read\",\"id\":1.5} | bad_id",
                "{\"type\":\"mark_read\",\"id\":99999999999999999999999} | bad_id",
                "{\"type\":\"subscribe\"} | bad_references",
                "{\"type\":\"subscribe\",\"references\":[]} | bad_references",
                "{\"type\":\"subscribe\",\"references\":[7]} | bad_references",
                "{\"type\":\"subscribe\",\"references\":{\"a\":\"b\"}} | bad_references",
                "{\"type\":\"subscribe\",\"references\":\"APP-1\"} | bad_references"
            })
    void answersWhatItCannotUnderstandAndStaysOpen(String message, String code) {
        try (var client = connect(people.in("broker"))) {
            client.next("unread_count");

            client.send(message);

            var error = client.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("code").asText()).isEqualTo(code);
            assertThat(error.path("message").asText()).isNotEmpty();
            client.settle();
        }
    }

    @Test
    void answersBinaryMessagesWithAnError() {
        try (var client = connect(people.in("broker"))) {
            client.sendBinary();

            assertThat(client.next("error").path("code").asText()).isEqualTo("not_text");
            client.settle();
        }
    }

    private SocketClient connect(Members.Person person) {
        return SocketClient.connect(port, "token=" + person.access());
    }

    private static String subscribe(String reference) {
        return "{\"type\":\"subscribe\",\"references\":[\"" + reference + "\"]}";
    }

    private static void awaitCount(SocketClient client, int count) {
        while (client.next("unread_count").path("count").asInt() != count) {
            // an earlier change
        }
    }
}
