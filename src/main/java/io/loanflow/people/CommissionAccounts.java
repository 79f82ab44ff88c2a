package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.AuditTrail;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.secrets.Secret;
import io.loanflow.platform.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where brokers' commissions are paid to: a broker enters it once, after that only accounts and admins change it. */
@Component
public class CommissionAccounts {

    private final BrokerDirectory brokers;
    private final JdbcClient jdbc;
    private final InputReader inputs;
    private final Secrets secrets;
    private final AuditTrail audit;

    CommissionAccounts(
            BrokerDirectory brokers, JdbcClient jdbc, InputReader inputs, Secrets secrets, AuditTrail audit) {
        this.brokers = brokers;
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** The accounts of those brokers who have one, by the id of the broker. */
    public Map<Long, CommissionAccount> of(Collection<Long> brokerIds) {
        return brokerIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "select id, commission_bank, commission_name, commission_bsb, commission_number from broker"
                                        + " where commission_number is not null and id in (:ids)")
                        .param("ids", brokerIds)
                        .query((row, number) -> Map.entry(row.getLong("id"), account(row)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Enters or replaces the account; the mask of the present number stands for that number.
     *
     * @throws Problem 404, 403 not this person or not any more, 412 another version, 400 with every violation
     */
    @Transactional
    public void replace(long brokerId, JsonNode entered, Predicate<Long> isPresentVersion, Viewer viewer) {
        brokers.require(viewer, brokerId);
        var broker = brokers.lock(brokerId);
        if (!viewer.in("admin", "accounts")) {
            requireFirstByThemselves(broker, viewer);
        }
        brokers.requireVersion(broker, isPresentVersion);
        var present = of(List.of(brokerId)).get(brokerId);
        var account = read(entered, present);
        var changed = account.changedFrom(present);
        if (!changed.isEmpty()) {
            store(brokerId, account);
            var details = Map.of("fields", String.join(", ", changed));
            audit.record("commission_account_changed", "broker", String.valueOf(brokerId), details);
        }
    }

    private CommissionAccount read(JsonNode entered, @Nullable CommissionAccount present) {
        var whole = entered.deepCopy();
        Masks.lift(whole, "number", present == null ? null : present.number());
        return inputs.read(whole, CommissionAccount.class);
    }

    private void requireFirstByThemselves(Entry<BrokerData> broker, Viewer viewer) {
        if (!viewer.in("broker") || !viewer.userId().equals(broker.data().userId())) {
            throw Problem.forbidden("Only the broker, accounts and admins enter a commission account.");
        }
        boolean filled = jdbc.sql("select commission_number is not null from broker where id = :id")
                .param("id", broker.id())
                .query(Boolean.class)
                .single();
        if (filled) {
            throw Problem.forbidden("The commission account is filled in; now only accounts and admins change it.");
        }
    }

    private void store(long brokerId, CommissionAccount account) {
        jdbc.sql("update broker set commission_bank = :bank, commission_name = :name, commission_bsb = :bsb,"
                        + " commission_number = :number, version = version + 1 where id = :id")
                .param("bank", account.bank())
                .param("name", account.name())
                .param("bsb", account.bsb())
                .param("number", secrets.seal(account.number().reveal(), context(brokerId)))
                .param("id", brokerId)
                .update();
    }

    private CommissionAccount account(ResultSet row) throws SQLException {
        return new CommissionAccount(
                row.getString("commission_bank"),
                row.getString("commission_name"),
                row.getString("commission_bsb"),
                Secret.of(secrets.open(row.getString("commission_number"), context(row.getLong("id")))));
    }

    static String context(long brokerId) {
        return "broker:" + brokerId + ":commission";
    }
}
