package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MovableClock;
import java.util.HashSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hundred loans to which anything happens; each run walks other ways, and a failure names its seed. */
@LoanflowIT
@Tag("service")
class LoanWalksIT {

    private static final int WALKS = Integer.getInteger("walks", 100);
    private static final int STEPS = Integer.getInteger("steps", 10);

    @Autowired
    ApplicationContext context;

    @AfterEach
    void comeBackToToday() {
        MovableClock.reset();
    }

    @Test
    void everythingAgreesAfterEachStep() {
        var lending = new Lending(context);
        var seen = new HashSet<String>();
        for (int walk = 0; walk < WALKS; walk++) {
            MovableClock.reset();
            var steps = new LoanWalk(lending, RandomGenerator.getDefault().nextLong()).walk(STEPS);
            steps.forEach(step -> seen.add(step.split(" ")[0]));
        }
        assertThat(seen).contains("pay", "reverse", "raise", "extend", "refused", "let");
    }
}
