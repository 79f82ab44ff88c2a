package io.loanflow.overview;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How applications came to where they stand. */
@Component
public class StageHistory {

    private final JdbcClient jdbc;

    StageHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One move.
     *
     * @param from null for the first
     * @param by id of the user, null when it happened by itself
     */
    public record Move(
            @Nullable String from,
            String to,
            Instant at,
            @Nullable String by,
            @Nullable String reason,
            int modelVersion) {}

    /** Every move, oldest first. */
    public List<Move> of(String reference) {
        return jdbc.sql("select from_stage, to_stage, at, by_user, reason, model_version from stage_history"
                        + " where reference = :reference order by id")
                .param("reference", reference)
                .query((row, number) -> new Move(
                        row.getString("from_stage"),
                        row.getString("to_stage"),
                        instant(row.getTimestamp("at")),
                        row.getString("by_user"),
                        row.getString("reason"),
                        row.getInt("model_version")))
                .list();
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
