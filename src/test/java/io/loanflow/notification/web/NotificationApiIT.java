package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import io.loanflow.testing.Moves;
import io.loanflow.testing.SocketClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

@LoanflowIT
@Tag("realtime")
class NotificationApiIT {

    private final int port;
    private final Moves moves;
    private final Members people;
    private final TestRestTemplate rest;

    @Autowired
    NotificationApiIT(ApplicationContext context, @LocalServerPort int port, TestRestTemplate rest) {
        this.port = port;
        this.moves = new Moves(context);
        this.people = new Members(context);
        this.rest = rest;
    }

    @Test
    void listsTheOwnNewestFirst() {
        var broker = people.in("broker");
        var reference = movedTwice(broker);

        var page = get(broker, "/api/notifications");

        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(titles(page)).containsExactly("Application moved to S2", "Application moved to S1");
        var first = page.path("items").path(0);
        assertThat(first.path("related_object_id").asText()).isEqualTo(reference);
        assertThat(first.path("is_read").isBoolean()).isTrue();
        assertThat(get(people.in("broker"), "/api/notifications").path("total").asInt())
                .isZero();
    }

    @Test
    void filtersSortsAndPages() {
        var broker = people.in("broker");
        var reference = movedTwice(broker);
        var first = get(broker, "/api/notifications?sort=created_at")
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        post(broker, "/api/notifications/" + first + "/read");

        assertThat(count(broker, "is_read=false")).isEqualTo(1);
        assertThat(count(broker, "is_read=true")).isEqualTo(1);
        assertThat(count(broker, "type=application_status")).isEqualTo(2);
        assertThat(count(broker, "type=system")).isZero();
        assertThat(count(broker, "search=" + reference.toLowerCase(Locale.ROOT)))
                .isEqualTo(2);
        assertThat(count(broker, "search=%25")).isZero();
        assertThat(count(broker, "from=2020-01-01&to=2020-01-31")).isZero();
        assertThat(count(broker, "from=2020-01-01&to=2999-01-31")).isEqualTo(2);
        assertThat(count(broker, "from=2999-01-01T00:00:00Z")).isZero();
        assertThat(titles(get(broker, "/api/notifications?sort=created_at&size=1&page=2")))
                .containsExactly("Application moved to S2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=101",
                "page=0",
                "sort=colour",
                "is_read=maybe",
                "from=yesterday",
                "to=2020-13-01",
                "to=2020T"
            })
    void refusesWhatMakesNoSense(String query) {
        var answer = call(people.in("broker"), HttpMethod.GET, "/api/notifications?" + query);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(body(answer).path("violations").path(0).path("pointer").asText())
                .isEqualTo("/" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void marksOneReadAndTellsTheSockets() {
        var broker = people.in("broker");
        movedTwice(broker);
        var id = get(broker, "/api/notifications")
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        try (var client = SocketClient.connect(port, "token=" + broker.access())) {
            assertThat(client.next("unread_count").path("count").asInt()).isEqualTo(2);

            var answer = post(broker, "/api/notifications/" + id + "/read");

            assertThat(body(answer).path("is_read").asBoolean()).isTrue();
            assertThat(client.next("unread_count").path("count").asInt()).isEqualTo(1);
            assertThat(get(broker, "/api/notifications/unread-count").toString())
                    .isEqualTo("{\"count\":1}");
            assertThat(post(broker, "/api/notifications/" + id + "/read")
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);

            post(broker, "/api/notifications/read");
            assertThat(client.next("unread_count").path("count").asInt()).isZero();
        }
    }

    @Test
    void knowsNothingOfWhatBelongsToOthers() {
        var broker = people.in("broker");
        movedTwice(broker);
        var id = get(broker, "/api/notifications")
                .path("items")
                .path(0)
                .path("id")
                .asLong();

        var foreign = post(people.in("admin"), "/api/notifications/" + id + "/read");
        var absent = post(broker, "/api/notifications/999999999999/read");

        assertThat(foreign.getStatusCode().value()).isEqualTo(404);
        assertThat(absent.getStatusCode().value()).isEqualTo(404);
        assertThat(get(broker, "/api/notifications/unread-count").path("count").asInt())
                .isEqualTo(2);
    }

    @Test
    void showsTheEventsOfTheSocketWithTheirCursors() {
        var broker = people.in("broker");
        var start = get(broker, "/api/events").path("next").asText();
        var reference = movedTwice(broker);
        var heard = new ArrayList<JsonNode>();
        try (var client = SocketClient.connect(port, "token=" + broker.access() + "&after=" + start)) {
            client.send("{\"type\":\"subscribe\",\"references\":[\"" + reference + "\"]}");
            while (heard.size() < 5) {
                var frame = client.next();
                if (frame.has("cursor")) {
                    heard.add(frame);
                }
            }
        }

        var events = eventsAfter(broker, start);

        assertThat(events)
                .map(event -> event.path("type").asText() + event.path("to").asText())
                .containsExactly(
                        "application_statusinquiry",
                        "application_statuss1",
                        "notification",
                        "application_statuss2",
                        "notification");
        assertThat(events)
                .filteredOn(event -> event.path("type").asText().equals("notification"))
                .map(event -> event.path("notification").path("id"))
                .containsExactlyElementsOf(heard.stream()
                        .filter(event -> event.path("type").asText().equals("notification"))
                        .map(event -> event.path("notification").path("id"))
                        .toList());
        assertThat(eventsAfter(broker, events.get(1).path("cursor").asText())).hasSize(3);
        assertThat(eventsAfter(people.in("client"), start)).isEmpty();
    }

    @Test
    void refusesABadCursor() {
        assertThat(call(people.in("broker"), HttpMethod.GET, "/api/events?after=nonsense")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    private String movedTwice(Members.Person broker) {
        var reference = moves.create(broker.id(), null);
        moves.move(reference, "s0", "s1");
        moves.move(reference, "s1", "s2");
        return reference;
    }

    private List<JsonNode> eventsAfter(Members.Person person, String cursor) {
        return StreamSupport.stream(
                        get(person, "/api/events?after=" + cursor).path("items").spliterator(), false)
                .toList();
    }

    private int count(Members.Person person, String query) {
        return get(person, "/api/notifications?" + query).path("total").asInt();
    }

    private static List<String> titles(JsonNode page) {
        return page.path("items").findValuesAsText("title");
    }

    private JsonNode get(Members.Person person, String path) {
        var answer = call(person, HttpMethod.GET, path);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return body(answer);
    }

    private ResponseEntity<JsonNode> post(Members.Person person, String path) {
        return call(person, HttpMethod.POST, path);
    }

    private ResponseEntity<JsonNode> call(Members.Person person, HttpMethod method, String path) {
        return rest.exchange(
                RequestEntity.method(method, URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + person.access())
                        .build(),
                JsonNode.class);
    }

    private static JsonNode body(ResponseEntity<JsonNode> answer) {
        return Objects.requireNonNull(answer.getBody());
    }
}
