package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;

@Tag("fast")
class OutboxTest {

    private final SlowWire wire = new SlowWire();
    private final List<String> complaints = new ArrayList<>();
    private final Outbox outbox = new Outbox(wire, 10, () -> complaints.add("slow"));

    @Test
    void sendsInOrderAndOneAtATime() {
        outbox.put("a");
        outbox.put("b");
        assertThat(wire.sent).containsExactly("a");

        wire.arrives(true);
        assertThat(wire.sent).containsExactly("a", "b");
    }

    @Test
    void complainsWhenMoreWaitsThanItHolds() {
        outbox.put("12345");
        outbox.put("12345");
        assertThat(complaints).isEmpty();

        outbox.put("1");
        assertThat(complaints).containsExactly("slow");
    }

    @Test
    void forgetsTheSizeOfWhatArrived() {
        for (int n = 0; n < 5; n++) {
            outbox.put("12345678");
            wire.arrives(true);
        }

        assertThat(complaints).isEmpty();
        assertThat(wire.sent).hasSize(5);
    }

    @Test
    void complainsWhenSomethingDoesNotArrive() {
        outbox.put("a");

        wire.arrives(false);

        assertThat(complaints).containsExactly("slow");
    }

    @Test
    void saysOnceWhenItIsEmpty() {
        outbox.put("a");
        outbox.whenEmpty(() -> complaints.add("empty"));
        assertThat(outbox.isEmpty()).isFalse();
        assertThat(complaints).isEmpty();

        wire.arrives(true);
        outbox.put("b");
        wire.arrives(true);

        assertThat(complaints).containsExactly("empty");
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void sendsNothingOnceClosed() {
        outbox.put("a");
        outbox.put("b");

        outbox.close();
        wire.arrives(true);
        outbox.put("c");

        assertThat(wire.sent).containsExactly("a");
        assertThat(complaints).isEmpty();
    }

    @Test
    void doesNotNestHoweverManyAreTakenAtOnce() {
        var immediate = new Outbox(new ImmediateWire(), Long.MAX_VALUE, () -> {});
        var held = new Outbox(wire, Long.MAX_VALUE, () -> {});
        IntStream.range(0, 100_000).forEach(n -> held.put("x"));

        wire.immediate = true;
        wire.arrives(true);
        immediate.put("y");

        assertThat(wire.sent).hasSize(100_000);
        assertThat(immediate.isEmpty()).isTrue();
    }

    private static class SlowWire implements Wire {

        final List<String> sent = new ArrayList<>();
        boolean immediate;
        private Sent waiting = arrived -> {};

        @Override
        public void send(String text, Sent told) {
            sent.add(text);
            if (immediate) {
                told.done(true);
            } else {
                waiting = told;
            }
        }

        void arrives(boolean well) {
            waiting.done(well);
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseStatus status) {}
    }

    private static final class ImmediateWire extends SlowWire {

        @Override
        public void send(String text, Sent told) {
            told.done(true);
        }
    }
}
