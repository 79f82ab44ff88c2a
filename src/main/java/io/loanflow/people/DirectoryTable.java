package io.loanflow.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.Page;
import io.loanflow.platform.input.InputReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a directory. */
final class DirectoryTable<T> {

    private final DirectoryShape<T> shape;
    private final String name;
    private final String columns;
    private final JdbcClient jdbc;
    private final InputReader inputs;
    private final ObjectMapper json;

    DirectoryTable(DirectoryShape<T> shape, JdbcClient jdbc, InputReader inputs, ObjectMapper json) {
        this.shape = shape;
        this.name = shape.table();
        this.columns = String.join(", ", shape.columns());
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.json = json;
    }

    Page<Entry<T>> page(Listing listing, String sight, Map<String, Object> viewer) {
        var parameters = new HashMap<>(viewer);
        parameters.putAll(listing.parameters());
        var conditions = new ArrayList<>(List.of(sight));
        listing.filters().forEach((field, value) -> conditions.add(shape.condition(field, value)));
        var where = String.join(" and ", conditions);
        long total = jdbc.sql("select count(*) from " + name + " t where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql(shape.select() + where + " order by " + listing.orderBy()
                        + " limit :list_size offset :list_offset")
                .params(parameters)
                .param("list_size", listing.size())
                .param("list_offset", (listing.page() - 1L) * listing.size())
                .query(this::entry)
                .list();
        return new Page<>(items, listing.page(), listing.size(), total);
    }

    Optional<Entry<T>> find(long id, String sight, Map<String, Object> viewer) {
        return jdbc.sql(shape.select() + sight + " and t.id = :id")
                .params(viewer)
                .param("id", id)
                .query(this::entry)
                .optional();
    }

    /** Holds the entry until the transaction ends: nobody else changes it, or refers to it anew. */
    Optional<Entry<T>> lock(long id) {
        jdbc.sql("select id from " + name + " where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(id, "true", Map.of());
    }

    /** Those of the ids that exist; they stay until the transaction ends. */
    Set<Integer> hold(Collection<Integer> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select id from " + name + " where id in (:ids) order by id for key share")
                        .param("ids", ids)
                        .query(Integer.class)
                        .list());
    }

    Map<Integer, String> names(Collection<Integer> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, name from " + name + " where id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getInt("id"), row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long add(T data) {
        return jdbc.sql(
                        "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, :data::jsonb) returning id"
                                .formatted(name, columns))
                .param("data", inputs.write(data).toString())
                .query(Long.class)
                .single();
    }

    void replace(long id, T data) {
        jdbc.sql(("update %1$s set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, :data::jsonb)),"
                                + " version = version + 1 where id = :id")
                        .formatted(name, columns))
                .param("data", inputs.write(data).toString())
                .param("id", id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from %s where id = :id".formatted(name))
                .param("id", id)
                .update();
    }

    private Entry<T> entry(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        try {
            var tree = ((ObjectNode) json.readTree(row.getString("data"))).retain(shape.fields());
            var data = inputs.tryRead(tree, shape.type()).value();
            if (data == null) {
                throw new IllegalStateException(name + " " + id + " cannot be read");
            }
            return new Entry<>(id, data, row.getTimestamp("created_at").toInstant(), row.getLong("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
