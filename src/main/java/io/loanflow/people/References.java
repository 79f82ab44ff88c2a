package io.loanflow.people;

import io.loanflow.platform.Problem;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What refers to an entry of a directory: every foreign key says so, also those of features that people knows nothing of. */
@Component
class References {

    /** Keys that are followed on deletion are part of the entry and no reference to it. */
    private static final String KEYS = "select k.conrelid::regclass::text as holder, c.attname as field"
            + " from pg_constraint k join pg_attribute c on c.attrelid = k.conrelid and c.attnum = k.conkey[1]"
            + " where k.contype = 'f' and k.confrelid = (:target)::regclass and k.confdeltype in ('a', 'r')";

    private static final Map<String, String> WORDS = Map.of("broker_bdm", "broker", "bdm", "BDM");

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The caller holds the entry locked, so that no reference comes while this looks.
     *
     * @throws Problem 409 with the number of what refers to it
     */
    void requireNone(String table, long id, String what) {
        var found = new TreeMap<String, Long>();
        jdbc.sql(KEYS)
                .param("target", table)
                .query((row, number) -> Map.entry(row.getString("holder"), row.getString("field")))
                .list()
                .forEach(key -> found.merge(word(key.getKey()), count(key.getKey(), key.getValue(), id), Long::sum));
        found.values().removeIf(number -> number == 0);
        if (!found.isEmpty()) {
            var sentence = found.entrySet().stream()
                    .map(one -> one.getValue() + " " + one.getKey() + (one.getValue() == 1 ? "" : "s"))
                    .collect(Collectors.joining(", "));
            throw Problem.conflict(
                    "This " + what + " cannot be deleted, because it is in use: " + sentence + ".",
                    Map.of("references", found));
        }
    }

    private long count(String table, String column, long id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static String word(String table) {
        return WORDS.getOrDefault(table, table.replace('_', ' '));
    }
}
