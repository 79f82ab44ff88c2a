package io.loanflow.people;

import io.loanflow.identity.PartyVisibility;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who may have been entered twice, among those that the viewer may see. */
@Component
public class Duplicates {

    private static final int MOST = 20;
    private static final List<String> FIELDS = List.of("abn", "acn", "email", "tax_file_number");

    private final JdbcClient jdbc;
    private final Secrets secrets;

    Duplicates(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /**
     * An equal tax file number is told to those who see everybody, to those who may have it revealed, and to whoever
     * entered the other one: else a mask could be completed by trying.
     */
    public List<Duplicate> of(Party party, Viewer viewer) {
        var data = party.data();
        var number = data.taxFileNumber();
        var table = party.kind().word();
        return jdbc.sql("select * from (select d.id, d.name, coalesce(d.abn = o.abn, false) as abn,"
                        + " coalesce(d.acn = o.acn, false) as acn,"
                        + " coalesce(lower(d.email) = lower(o.email), false) as email,"
                        + " coalesce(d.tax_file_number_print in (:prints) and (:tells or d.created_by = :me), false)"
                        + " as tax_file_number"
                        + " from " + table + " o join " + table + " d on d.id <> o.id"
                        + " and (d.abn = o.abn or d.acn = o.acn or lower(d.email) = lower(o.email)"
                        + " or d.tax_file_number_print in (:prints))"
                        + " where o.id = :id and " + PartyVisibility.on(table, "d.id") + ") found"
                        + " where abn or acn or email or tax_file_number order by id limit :most")
                .param("id", party.id())
                .param("prints", number == null ? List.of("") : secrets.fingerprints(number.reveal()))
                .param("tells", viewer.in("admin", "credit", "accounts"))
                .param("me", viewer.userId())
                .param("principals", viewer.principals())
                .param("most", MOST)
                .query(Duplicates::duplicate)
                .list();
    }

    private static Duplicate duplicate(ResultSet row, int number) throws SQLException {
        var matched = new ArrayList<String>();
        for (var field : FIELDS) {
            if (row.getBoolean(field)) {
                matched.add(field);
            }
        }
        return new Duplicate(row.getLong("id"), row.getString("name").strip(), matched);
    }
}
