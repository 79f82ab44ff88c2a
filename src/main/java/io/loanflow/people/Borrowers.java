package io.loanflow.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.platform.input.InputReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The borrowers. */
@Component
public class Borrowers {

    private final JdbcClient jdbc;
    private final InputReader inputs;
    private final ObjectMapper json;

    Borrowers(JdbcClient jdbc, InputReader inputs, ObjectMapper json) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.json = json;
    }

    /**
     * Keeps a new borrower.
     *
     * @param userId log-in of the borrower, null when they have none
     * @return the id given to it
     */
    public long add(BorrowerData data, @Nullable String userId) {
        return jdbc.sql("insert into borrower (data, user_id) values (:data::jsonb, :user) returning id")
                .param("data", inputs.write(data).toString())
                .param("user", userId)
                .query(Long.class)
                .single();
    }

    /** Replaces what is known of a borrower. */
    public void replace(long id, BorrowerData data) {
        jdbc.sql("update borrower set data = :data::jsonb where id = :id")
                .param("data", inputs.write(data).toString())
                .param("id", id)
                .update();
    }

    /** Those of the ids that exist, in the order of the ids given. */
    public List<Borrower> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var order = List.copyOf(ids);
        return jdbc
                .sql("select id, user_id, data from borrower where id in (:ids)")
                .param("ids", ids)
                .query(this::borrower)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingInt(borrower -> order.indexOf(borrower.id())))
                .toList();
    }

    private Borrower borrower(ResultSet row, int number) throws SQLException {
        try {
            var data = inputs.tryRead(json.readTree(row.getString("data")), BorrowerData.class)
                    .value();
            if (data == null) {
                throw new IllegalStateException("Borrower " + row.getLong("id") + " cannot be read");
            }
            return new Borrower(row.getLong("id"), row.getString("user_id"), data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
