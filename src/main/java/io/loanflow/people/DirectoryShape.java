package io.loanflow.people;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a directory keeps: a table whose columns are named after fields; in SQL its rows are called {@code t}.
 *
 * @param what an entry is called in messages
 * @param columns the fields that are columns
 * @param names the columns that a list is ordered by
 * @param searched the columns that a search looks at
 * @param computed the other fields, and the SQL that reads them
 * @param filters SQL conditions of filters that are no columns
 */
record DirectoryShape<T>(
        String what,
        String table,
        Class<T> type,
        List<String> columns,
        List<String> names,
        List<String> searched,
        Map<String, String> computed,
        Map<String, String> filters) {

    /** All is a column, and the name is one of them. */
    static <T> DirectoryShape<T> of(
            String what, String table, Class<T> type, List<String> columns, List<String> searched) {
        return new DirectoryShape<>(what, table, type, columns, List.of("name"), searched, Map.of(), Map.of());
    }

    Set<String> fields() {
        var fields = new HashSet<>(columns);
        fields.addAll(computed.keySet());
        return fields;
    }

    /** The start of a query, to be followed by conditions; the fields are in the JSON object {@code data}. */
    String select() {
        var row = new StringBuilder("to_jsonb(t)");
        computed.forEach((field, sql) -> row.append(" || jsonb_build_object('%s', %s)".formatted(field, sql)));
        return "select t.id, t.created_at, t.version, jsonb_strip_nulls(" + row + ") as data from " + table
                + " t where ";
    }

    /** The condition that goes with a filter; its value is bound under its name. */
    String condition(String field, Object value) {
        if (field.equals(Listing.SEARCH)) {
            var text = searched.stream().map(column -> "t." + column).collect(Collectors.joining(", "));
            return "concat_ws(' ', " + text + ") ilike :" + field;
        }
        var usual = value instanceof String ? "lower(t.%1$s) = lower(:%1$s)" : "t.%1$s = :%1$s";
        return filters.getOrDefault(field, usual.formatted(field));
    }

    Map<String, String> sortable() {
        var sortable = new TreeMap<>(Map.of("id", "t.id", "created_at", "t.created_at"));
        searched.forEach(column -> sortable.put(column, "lower(t." + column + ")"));
        return sortable;
    }

    String usualOrder() {
        return names.stream().map(name -> "lower(t." + name + "), ").collect(Collectors.joining()) + "t.id";
    }
}
