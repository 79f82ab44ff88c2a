package io.loanflow.people;

import io.loanflow.platform.Conditions;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a directory a list shows.
 *
 * @param filters field to the value that it has; texts in any case
 * @param orderBy SQL made only of what {@link Directory#sortable} and {@link Directory#usualOrder} offer
 */
public record Listing(Map<String, Object> filters, String orderBy, int page, int size) {

    static final String SEARCH = "search";

    /**
     * The values that are given, by their names; a blank one narrows nothing.
     *
     * @param namesAndValues a name, its value, the next name ...
     * @throws Problem 400 for a text that no field can have
     */
    public static Map<String, Object> filters(@Nullable Object... namesAndValues) {
        var filters = new TreeMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null && !value.toString().isBlank()) {
                filters.put(String.valueOf(namesAndValues[i]), value instanceof String text ? text.strip() : value);
            }
        }
        var wrong = filters.entrySet().stream()
                .filter(filter -> filter.getValue().toString().indexOf('\0') >= 0)
                .map(filter -> new Violation(
                        "/" + filter.getKey(), "illegal_character", "A text holds neither NUL nor half a character."))
                .toList();
        if (!wrong.isEmpty()) {
            throw Problem.badInput(wrong);
        }
        return filters;
    }

    /** The filters as SQL parameters. */
    Map<String, Object> parameters() {
        var parameters = new TreeMap<>(filters);
        parameters.computeIfPresent(SEARCH, (name, text) -> Conditions.containing(text.toString()));
        return parameters;
    }
}
