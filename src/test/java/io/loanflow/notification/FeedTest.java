package io.loanflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.EventsInMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FeedTest {

    private final EventsInMemory log = new EventsInMemory();
    private final Feed feed = new Feed(log);
    private final List<Event> heard = new ArrayList<>();
    private final Subscriber subscriber = heard::addAll;

    @Test
    void handsOnWhatIsNewOnce() {
        log.append(Event.INBOX_READ, null, "before", Map.of());
        feed.open();
        feed.join(subscriber);
        log.append(Event.INBOX_READ, null, "u", Map.of());

        feed.pull();
        feed.pull();

        assertThat(heard).extracting(Event::userId).containsExactly("u");
    }

    @Test
    void letsNobodyJoinWhoHasNotCaughtUp() {
        feed.open();
        log.append(Event.INBOX_READ, null, "u", Map.of());
        feed.pull();

        assertThat(feed.join(subscriber, Position.START)).isFalse();
        assertThat(feed.join(subscriber, log.head())).isTrue();
    }

    @Test
    void leavesOutWhoLeft() {
        feed.open();
        feed.join(subscriber);
        feed.leave(subscriber);
        log.append(Event.INBOX_READ, null, "u", Map.of());

        feed.pull();

        assertThat(heard).isEmpty();
    }

    @Test
    void saysWhenRowsAreHeldBack() {
        feed.open();
        feed.join(subscriber);
        log.hold();
        log.append(Event.INBOX_READ, null, "u", Map.of());

        assertThat(feed.pull()).isTrue();
        assertThat(heard).isEmpty();
    }
}
