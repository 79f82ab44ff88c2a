package io.loanflow.people;

import io.loanflow.platform.secrets.Sealed;
import io.loanflow.platform.secrets.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the commission accounts of brokers anew when another key has become active. */
@Component
class ResealedCommissions implements Sealed {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Secrets secrets;

    ResealedCommissions(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    private record Row(long id, String number) {}

    @Override
    public int sealSomeAnew() {
        var rows = jdbc.sql("select id, commission_number as number from broker"
                        + " where not starts_with(commission_number, :prefix)"
                        + " order by id limit :batch for update skip locked")
                .param("prefix", secrets.activePrefix())
                .param("batch", BATCH)
                .query(Row.class)
                .list();
        rows.forEach(this::sealAnew);
        return rows.size();
    }

    private void sealAnew(Row row) {
        var context = CommissionAccounts.context(row.id());
        jdbc.sql("update broker set commission_number = :number where id = :id")
                .param("number", secrets.seal(secrets.open(row.number(), context), context))
                .param("id", row.id())
                .update();
    }
}
