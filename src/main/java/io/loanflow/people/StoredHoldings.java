package io.loanflow.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.input.InputReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assets and liabilities in PostgreSQL. */
@Repository
class StoredHoldings {

    private final JdbcClient jdbc;
    private final InputReader inputs;
    private final ObjectMapper json;

    StoredHoldings(JdbcClient jdbc, InputReader inputs, ObjectMapper json) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.json = json;
    }

    long count(HoldingType<?> type, Party owner) {
        return jdbc.sql("select count(*) from " + type.word() + " where " + owned(owner))
                .param("owner", owner.id())
                .query(Long.class)
                .single();
    }

    <T> List<T> list(HoldingType<T> type, Party owner, int page, int size) {
        return jdbc.sql("select to_jsonb(h)::text from " + type.word() + " h where " + owned(owner)
                        + " order by id limit :size offset :offset")
                .param("owner", owner.id())
                .param("size", size)
                .param("offset", (page - 1L) * size)
                .query((row, number) -> read(type, row.getString(1)))
                .list();
    }

    <T> Optional<T> find(HoldingType<T> type, Party owner, long id) {
        return jdbc.sql("select to_jsonb(h)::text from " + type.word() + " h where id = :id and " + owned(owner))
                .param("owner", owner.id())
                .param("id", id)
                .query((row, number) -> read(type, row.getString(1)))
                .optional();
    }

    long add(HoldingType<?> type, Party owner, Object data) {
        var columns = String.join(", ", type.columns());
        return jdbc.sql("insert into " + type.word() + " (" + owner.kind().word() + "_id, " + columns
                        + ") select :owner, " + columns + " from jsonb_populate_record(null::" + type.word()
                        + ", :data::jsonb) returning id")
                .param("owner", owner.id())
                .param("data", inputs.write(data).toString())
                .query(Long.class)
                .single();
    }

    void replace(HoldingType<?> type, Party owner, long id, Object data) {
        var columns = String.join(", ", type.columns());
        jdbc.sql("update " + type.word() + " set (" + columns + ") = (select " + columns
                        + " from jsonb_populate_record(null::" + type.word() + ", :data::jsonb)) where id = :id and "
                        + owned(owner))
                .param("owner", owner.id())
                .param("id", id)
                .param("data", inputs.write(data).toString())
                .update();
    }

    /** @return false when it was gone already */
    boolean remove(HoldingType<?> type, Party owner, long id) {
        return jdbc.sql("delete from " + type.word() + " where id = :id and " + owned(owner))
                        .param("owner", owner.id())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String owned(Party owner) {
        return owner.kind().word() + "_id = :owner";
    }

    private <T> T read(HoldingType<T> type, String stored) {
        try {
            var known = new ArrayList<>(type.columns());
            known.add("id");
            var tree = ((ObjectNode) json.readTree(stored)).retain(known);
            return Objects.requireNonNull(inputs.tryRead(tree, type.type()).value());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
