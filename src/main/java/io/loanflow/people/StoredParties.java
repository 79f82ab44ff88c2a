package io.loanflow.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.input.InputReader;
import io.loanflow.platform.secrets.Secret;
import io.loanflow.platform.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Borrowers and guarantors in PostgreSQL. The numbers that few may see stand sealed beside the rest, never in it. */
@Repository
class StoredParties {

    static final String TAX_FILE_NUMBER = "tax_file_number";
    static final String ACCOUNT_NUMBER = "account_number";

    private final JdbcClient jdbc;
    private final InputReader inputs;
    private final ObjectMapper json;
    private final Secrets secrets;

    StoredParties(JdbcClient jdbc, InputReader inputs, ObjectMapper json, Secrets secrets) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.json = json;
        this.secrets = secrets;
    }

    long add(PartyKind kind, PartyData data, @Nullable String userId, @Nullable String by) {
        long id = jdbc.sql("select nextval(pg_get_serial_sequence(:table, 'id'))")
                .param("table", kind.word())
                .query(Long.class)
                .single();
        write(
                kind,
                id,
                data,
                "insert into " + kind.word() + " (id, data, tax_file_number, tax_file_number_print, account_number,"
                        + " user_id, created_by) overriding system value"
                        + " values (:id, :data::jsonb, :tfn, :print, :account, :user, :by)",
                userId,
                by);
        return id;
    }

    /** @return false when somebody else has changed it since */
    boolean replace(Party present, PartyData data) {
        return write(
                present.kind(),
                present.id(),
                data,
                "update " + present.kind().word() + " set data = :data::jsonb, tax_file_number = :tfn,"
                        + " tax_file_number_print = :print, account_number = :account,"
                        + " updated_at = now(), version = version + 1"
                        + " where id = :id and version = " + present.version(),
                null,
                null);
    }

    /** Remembers who entered or changed an amount. */
    void remember(PartyChanged change) {
        jdbc.sql("update " + change.kind().word() + " set figures_by = array_append(figures_by, :by)"
                        + " where id = :id and not :by = any(figures_by)")
                .param("by", change.by())
                .param("id", change.id())
                .update();
    }

    List<Party> find(PartyKind kind, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var order = List.copyOf(ids);
        return jdbc
                .sql("select * from " + kind.word() + " where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> party(kind, row))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(party -> order.indexOf(party.id())))
                .toList();
    }

    boolean isInUse(PartyKind kind, long id) {
        return jdbc.sql("select exists (select 1 from application_" + kind.word() + " where " + kind.word()
                        + "_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** @return false when an application has just begun to use it */
    boolean delete(PartyKind kind, long id) {
        try {
            jdbc.sql("delete from " + kind.word() + " where id = :id")
                    .param("id", id)
                    .update();
            return true;
        } catch (DataIntegrityViolationException e) {
            return false;
        }
    }

    /** @return false when it has a log-in already */
    boolean link(long borrowerId, String userId) {
        return jdbc.sql("update borrower set user_id = :user, updated_at = now(), version = version + 1"
                                + " where id = :id and user_id is null")
                        .param("user", userId)
                        .param("id", borrowerId)
                        .update()
                == 1;
    }

    private boolean write(
            PartyKind kind, long id, PartyData data, String sql, @Nullable String userId, @Nullable String by) {
        var number = data.taxFileNumber();
        var statement = jdbc.sql(sql)
                .param("id", id)
                .param("data", open(data).toString())
                .param("tfn", seal(number, context(kind, id, TAX_FILE_NUMBER)))
                .param("print", number == null ? null : secrets.fingerprint(number.reveal()))
                .param("account", seal(data.accountNumber(), context(kind, id, ACCOUNT_NUMBER)));
        return (sql.startsWith("insert") ? statement.param("user", userId).param("by", by) : statement).update() == 1;
    }

    /** What may be read by whoever reads the database. */
    private ObjectNode open(PartyData data) {
        var open = (ObjectNode) inputs.write(data);
        open.remove(List.of("id", TAX_FILE_NUMBER));
        if (open.get("bank_account") instanceof ObjectNode account) {
            account.remove("number");
        }
        return open;
    }

    Party party(PartyKind kind, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Party(
                kind,
                id,
                row.getString("user_id"),
                data(kind, id, row),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }

    private PartyData data(PartyKind kind, long id, ResultSet row) throws SQLException {
        var tree = tree(row.getString("data"));
        tree.put("id", id);
        var number = row.getString(TAX_FILE_NUMBER);
        if (number != null) {
            tree.put(TAX_FILE_NUMBER, secrets.open(number, context(kind, id, TAX_FILE_NUMBER)));
        }
        var account = row.getString(ACCOUNT_NUMBER);
        if (account != null) {
            tree.withObject("/bank_account").put("number", secrets.open(account, context(kind, id, ACCOUNT_NUMBER)));
        }
        return Objects.requireNonNull(
                inputs.tryRead(tree, PartyData.class).value(), () -> kind.word() + " " + id + " cannot be read");
    }

    private @Nullable String seal(@Nullable Secret number, String context) {
        return number == null ? null : secrets.seal(number.reveal(), context);
    }

    static String context(PartyKind kind, long id, String column) {
        return kind.word() + "/" + id + "/" + column;
    }

    private ObjectNode tree(String stored) {
        try {
            return (ObjectNode) json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
