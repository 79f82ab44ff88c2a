package io.loanflow.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class MailboxTest {

    private final ArrayDeque<Runnable> workers = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final List<RuntimeException> failed = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(workers::add, failed::add);

    @Test
    void doesOneThingAfterTheOtherWhateverFails() {
        mailbox.put(() -> done.add("first"));
        mailbox.put(() -> {
            throw new IllegalStateException("second");
        });
        mailbox.put(() -> done.add("third"));

        assertThat(workers).hasSize(1);
        workers.remove().run();

        assertThat(done).containsExactly("first", "third");
        assertThat(failed).extracting(Throwable::getMessage).containsExactly("second");
    }

    @Test
    void refusesWhatIsTooMuch() {
        int taken = 0;
        while (taken < 1_000_000 && mailbox.put(() -> done.add("one"))) {
            taken++;
        }
        assertThat(taken).isPositive().isLessThan(1_000_000);

        workers.remove().run();

        assertThat(done).hasSize(taken);
        assertThat(mailbox.put(() -> done.add("another"))).isTrue();
    }

    @Test
    void doesNothingMoreOnceItIsClosed() {
        mailbox.put(() -> done.add("waiting"));
        mailbox.close();

        assertThat(mailbox.put(() -> done.add("late"))).as("nobody is at fault").isTrue();
        workers.remove().run();

        assertThat(done).isEmpty();
    }
}
