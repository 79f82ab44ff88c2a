package io.loanflow.platform.secrets;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** At each start, seals with the active key what another one has sealed, a batch in each transaction. */
@Component
class KeyRotation implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final List<Sealed> owners;
    private final TransactionTemplate transaction;

    KeyRotation(List<Sealed> owners, PlatformTransactionManager transactions) {
        this.owners = owners;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        owners.forEach(this::rotate);
    }

    private void rotate(Sealed owner) {
        int all = 0;
        int some = sealSomeAnew(owner);
        while (some > 0) {
            all += some;
            some = sealSomeAnew(owner);
        }
        if (all > 0) {
            LOG.info("{} rows are now sealed with the active key", all);
        }
    }

    private int sealSomeAnew(Sealed owner) {
        Integer some = transaction.execute(status -> owner.sealSomeAnew());
        return some == null ? 0 : some;
    }
}
