package io.loanflow.platform;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to answer when the database refuses a value: the last net behind the checks of the input. */
public final class DataFault {

    private static final String BAD_VALUE = "22";
    private static final String CONSTRAINT = "23";
    private static final Set<String> BETWEEN_ROWS = Set.of("23503", "23505", "23P01");

    private DataFault() {}

    /** Whether the database has refused a value, by its SQL state. */
    public static boolean is(Throwable thrown) {
        var state = state(thrown);
        return state.startsWith(BAD_VALUE) || state.startsWith(CONSTRAINT);
    }

    /** 409 when it is about another row, 400 when the value itself is bad. */
    public static Problem problem(Throwable thrown) {
        return BETWEEN_ROWS.contains(state(thrown))
                ? Problem.conflict("This does not fit to something that is there, or not there any more.", Map.of())
                : Problem.badInput(
                        "",
                        "illegal_value",
                        "A value is too long, out of range, or holds characters that cannot be stored.");
    }

    private static String state(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
