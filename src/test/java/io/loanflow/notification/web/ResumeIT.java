package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import io.loanflow.testing.Moves;
import io.loanflow.testing.SocketClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@LoanflowIT
@Tag("realtime")
class ResumeIT {

    private static final String ALL = "{\"type\":\"subscribe\",\"references\":\"all\"}";

    private final int port;
    private final Moves moves;
    private final Members people;

    @Autowired
    ResumeIT(ApplicationContext context, @LocalServerPort int port) {
        this.port = port;
        this.moves = new Moves(context);
        this.people = new Members(context);
    }

    @Test
    void tellsWhatWasMissedInOrderAndOnce() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        String cursor;
        try (var client = connect(broker, "")) {
            client.send(ALL);
            client.settle();
            moves.move(reference, "s0", "s1");
            client.next("application_status");
            cursor = client.next("notification").path("cursor").asText();
        }
        moves.move(reference, "s1", "s2");
        moves.move(reference, "s2", "s3");

        try (var client = connect(broker, "&after=" + cursor)) {
            assertThat(client.next().toString()).isEqualTo("{\"type\":\"unread_count\",\"count\":3}");
            assertThat(titles(List.of(client.next("notification"), client.next("notification"))))
                    .containsExactly("Application moved to S2", "Application moved to S3");
            assertThat(client.untilPong("application_status")).isEmpty();

            client.send(ALL);
            assertThat(stages(client, 2)).containsExactly("s2", "s3");

            moves.move(reference, "s3", "s4");
            assertThat(stages(client, 1)).containsExactly("s4");
            client.next("notification");
            assertThat(client.untilPong("notification")).isEmpty();
        }
    }

    @Test
    void keepsMissedStagesForTheSubscriptionThroughSeveralResumes() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        String cursor;
        try (var client = connect(broker, "")) {
            client.settle();
            moves.move(reference, "s0", "s1");
            cursor = client.next("notification").path("cursor").asText();
        }
        moves.move(reference, "s1", "s2");
        try (var client = connect(broker, "&after=" + cursor)) {
            cursor = client.next("notification").path("cursor").asText();
        }

        try (var client = connect(broker, "&after=" + cursor)) {
            assertThat(client.untilPong("notification")).isEmpty();
            client.send(ALL);
            assertThat(stages(client, 1)).containsExactly("s2");
            assertThat(client.untilPong("application_status")).isEmpty();
        }
    }

    @Test
    void losesAndRepeatsNothingWhileResumingUnderLoad() throws Exception {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        int rounds = 300;
        var mover = new Thread(() ->
                IntStream.range(0, rounds).forEach(round -> moves.move(reference, "s" + round, "s" + (round + 1))));
        List<String> told = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        String cursor;
        try (var client = connect(broker, "")) {
            client.send(ALL);
            client.settle();
            mover.start();
            cursor = collect(client, told, moved, 20);
        }
        while (told.size() < rounds || moved.size() < rounds) {
            try (var client = connect(broker, "&after=" + cursor)) {
                client.send(ALL);
                cursor = collect(client, told, moved, Math.min(60, 2 * rounds - told.size() - moved.size()));
            }
        }
        mover.join();

        var expected =
                IntStream.rangeClosed(1, rounds).mapToObj(round -> "s" + round).toList();
        assertThat(moved).isEqualTo(expected);
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void catchesUpPageByPage() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        String cursor;
        try (var client = connect(broker, "")) {
            client.settle();
            moves.move(reference, "s0", "s1");
            cursor = client.next("notification").path("cursor").asText();
        }
        IntStream.range(1, 451).forEach(round -> moves.move(reference, "s" + round, "s" + (round + 1)));

        try (var client = connect(broker, "&after=" + cursor)) {
            client.send(ALL);
            List<String> told = new ArrayList<>();
            List<String> moved = new ArrayList<>();
            collect(client, told, moved, 900);
            var expected =
                    IntStream.rangeClosed(2, 451).mapToObj(round -> "s" + round).toList();
            assertThat(moved).isEqualTo(expected);
            assertThat(told).isEqualTo(expected);
        }
    }

    @Test
    void answersABadCursorAndGoesOnLive() {
        var broker = people.in("broker");
        var reference = moves.create(broker.id(), null);
        try (var client = connect(broker, "&after=nonsense")) {
            assertThat(client.next().path("type").asText()).isEqualTo("unread_count");
            assertThat(client.next().path("code").asText()).isEqualTo("bad_cursor");
            client.settle();

            moves.move(reference, "s0", "s1");
            client.next("notification");
        }
    }

    private SocketClient connect(Members.Person person, String more) {
        return SocketClient.connect(port, "token=" + person.access() + more);
    }

    /** Takes that many frames that carry a cursor; the last cursor. */
    private static String collect(SocketClient client, List<String> told, List<String> moved, int count) {
        var cursor = "";
        for (int taken = 0; taken < count; ) {
            var frame = client.next();
            if (frame.has("cursor")) {
                taken++;
                cursor = frame.path("cursor").asText();
                if (frame.path("type").asText().equals("notification")) {
                    told.add(title(frame).replace("Application moved to S", "s"));
                } else {
                    moved.add(frame.path("to").asText());
                }
            }
        }
        return cursor;
    }

    private static List<String> stages(SocketClient client, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> client.next("application_status").path("to").asText())
                .toList();
    }

    private static List<String> titles(List<JsonNode> frames) {
        return frames.stream().map(ResumeIT::title).toList();
    }

    private static String title(JsonNode frame) {
        return frame.path("notification").path("title").asText();
    }
}
