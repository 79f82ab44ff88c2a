package io.loanflow.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Database;
import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.LoanflowProcess;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real process under load is killed at random moments; what is then in the database must agree with itself. */
class KillNineIT {

    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 3000;

    private final Database database = Database.create();
    private final Invariants invariants = new Invariants(database.client());
    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    @Tag("slow")
    void threeKillsLeaveNothingHalfDone() throws Exception {
        killUnderLoad(3);
    }

    @Test
    @Tag("chaos")
    void fiftyKillsLeaveNothingHalfDone() throws Exception {
        killUnderLoad(50);
    }

    private void killUnderLoad(int kills) throws Exception {
        for (var kill = 1; kill <= kills; kill++) {
            try (var application = start()) {
                var broker = someBroker();
                var load = Load.start(application.url(), broker, acknowledged);
                acknowledged.awaitMore();
                Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
                application.killNine();
                load.awaitEnd();
            }
            assertThat(invariants.violations()).as("after kill %d", kill).isEmpty();
            assertThat(acknowledged.missingIn(invariants.histories()))
                    .as("acknowledged and lost by kill %d", kill)
                    .isEmpty();
        }
        assertThat(acknowledged.serverErrors()).isEmpty();
    }

    private LoanflowProcess start() throws InterruptedException {
        return LoanflowProcess.start(FirstLogin.on(database)).awaitUp();
    }

    private long someBroker() {
        return database.client()
                .sql("INSERT INTO broker (first_name, last_name) VALUES ('Bea', 'Broker') RETURNING id")
                .query(Long.class)
                .single();
    }
}
