package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, and in what order.
 *
 * @param page from 1
 * @param size 1 to 100
 * @param orderBy an SQL ORDER BY list made only of the columns that the list offers
 */
public record PageRequest(int page, int size, String orderBy) {

    private static final int LARGEST = 100;
    private static final int USUAL = 20;

    /**
     * Reads the usual query parameters.
     *
     * @param sort comma-separated field names, {@code -} in front for descending; null for the usual order
     * @param columns field name to SQL expression, for what can be sorted by
     * @param usualOrder SQL used when nothing is asked for; also breaks ties
     * @throws Problem 400 naming every parameter that is wrong
     */
    public static PageRequest of(
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String sort,
            Map<String, String> columns,
            String usualOrder) {
        var violations = new ArrayList<Violation>();
        int askedPage = page == null ? 1 : page;
        int askedSize = size == null ? USUAL : size;
        if (askedPage < 1 || askedPage > 1_000_000) {
            violations.add(new Violation("/page", "out_of_range", "page counts from 1 to 1000000."));
        }
        if (askedSize < 1 || askedSize > LARGEST) {
            violations.add(new Violation("/size", "out_of_range", "size is from 1 to " + LARGEST + "."));
        }
        var order =
                sort == null || sort.isBlank() ? usualOrder : orderBy(sort, columns, violations) + ", " + usualOrder;
        if (!violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return new PageRequest(askedPage, askedSize, order);
    }

    public int offset() {
        return (page - 1) * size;
    }

    private static String orderBy(String sort, Map<String, String> columns, List<Violation> violations) {
        return Stream.of(sort.split(",", -1))
                .map(String::strip)
                .map(field -> orderOf(field, columns, violations))
                .collect(Collectors.joining(", "));
    }

    private static String orderOf(String field, Map<String, String> columns, List<Violation> violations) {
        boolean descending = field.startsWith("-");
        var column = columns.get(descending ? field.substring(1) : field);
        if (column == null) {
            violations.add(new Violation(
                    "/sort",
                    "unknown_field",
                    "Cannot sort by '" + field + "'; possible are "
                            + columns.keySet().stream().sorted().collect(Collectors.joining(", ")) + "."));
            return "";
        }
        return column + (descending ? " desc nulls last" : " asc nulls last");
    }
}
