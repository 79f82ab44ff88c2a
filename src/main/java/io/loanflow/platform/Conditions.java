package io.loanflow.platform;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What narrows a search in SQL: conditions that all have to hold, and their parameters. */
public final class Conditions {

    private final List<String> all;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param always what holds of every row that is found */
    public Conditions(String... always) {
        all = new ArrayList<>(List.of(always));
    }

    public Conditions and(String condition) {
        all.add(condition);
        return this;
    }

    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** A condition with its parameter; none when the value is absent. */
    public Conditions narrow(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : and(condition).with(parameter, value);
    }

    public String sql() {
        return String.join(" and ", all);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** A pattern for texts that contain this one, whatever characters it has. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The same for what somebody has typed into a search; null when that is blank. */
    public static @Nullable String searched(@Nullable String search) {
        return search == null || search.isBlank() ? null : containing(search.strip());
    }

    /** When that day begins, or one of those after it; null without a day. */
    public static @Nullable Timestamp startOf(@Nullable LocalDate day, int daysLater, ZoneId zone) {
        return day == null
                ? null
                : Timestamp.from(day.plusDays(daysLater).atStartOfDay(zone).toInstant());
    }
}
