package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MovableClock;
import io.loanflow.testing.Servicing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A payment and a timer of the same instalment at the same moment: one comes first, and everything agrees with it. */
@LoanflowIT
@Tag("service")
class PaymentAndTimerIT {

    private static final int ROUNDS = 16;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void comeBackToToday() {
        MovableClock.reset();
    }

    @Test
    void oneOfTheTwoComesFirst() throws Exception {
        var lending = new Lending(context);
        var outcomes = new HashSet<Integer>();
        var threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < ROUNDS; round++) {
            outcomes.add(oneRound(lending, threads::invokeAll, round));
        }
        threads.shutdown();
        assertThat(outcomes)
                .as("reminders told; both orders should have been seen")
                .isSubsetOf(1, 2);
    }

    private int oneRound(Lending lending, Together threads, int round) throws Exception {
        MovableClock.reset();
        var money = new Servicing(
                lending,
                lending.aFundedLoan(
                        application -> application.put("loan_amount", 24000).put("loan_term", 12)));
        var line = money.instalments().get(0);
        money.on(line.dueDate().minusDays(7));
        MovableClock.set(context.getBean(java.time.Clock.class), line.dueDate().plusDays(3), 12);

        var done = threads.run(List.of(
                () -> {
                    TimeUnit.MILLISECONDS.sleep(round % 4 * 10L);
                    return money.pays(line.amount());
                },
                money::firesWhatIsDue));
        for (var each : done) {
            each.get();
        }

        money.firesWhatIsDue();
        var now = money.instalments().get(0);
        assertThat(now.isPaid()).isTrue();
        assertThat(money.collected()).isEmpty();
        assertThat(money.told())
                .as("upcoming, and the reminder if it came first")
                .hasSizeBetween(1, 2);
        assertThat(types(money)).containsExactlyInAnyOrder("disbursement", "interest", "payment");
        money.on(line.dueDate().plusDays(11));
        assertThat(money.told()).hasSizeLessThanOrEqualTo(2);
        assertThat(money.arrearsTasks()).isZero();
        return money.told().size();
    }

    private static List<String> types(Servicing money) {
        return new ArrayList<>(money.ledger().stream().map(LedgerEntry::type).toList());
    }

    private interface Together {
        List<Future<Object>> run(List<Callable<Object>> both) throws InterruptedException;
    }
}
