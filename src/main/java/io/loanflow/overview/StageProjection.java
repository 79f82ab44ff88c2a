package io.loanflow.overview;

import io.loanflow.workflow.StageEntered;
import java.sql.Timestamp;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes where every application stands and how it came there, in the transaction that moved it. */
@Component
class StageProjection {

    private final JdbcClient jdbc;

    StageProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void entered(StageEntered event) {
        writeBoard(event);
        writeHistory(event);
    }

    private void writeBoard(StageEntered event) {
        jdbc.sql("insert into stage_board (reference, stage, stage_name, open, since)"
                        + " values (:reference, :stage, :name, :open, :at)"
                        + " on conflict (reference) do update set stage = excluded.stage,"
                        + " stage_name = excluded.stage_name, open = excluded.open, since = excluded.since")
                .param("reference", event.reference())
                .param("stage", event.stage().id())
                .param("name", event.stage().name())
                .param("open", event.stage().open())
                .param("at", Timestamp.from(event.at()))
                .update();
    }

    private void writeHistory(StageEntered event) {
        jdbc.sql("insert into stage_history"
                        + " (reference, from_stage, to_stage, at, by_user, reason, model_version, visible_to)"
                        + " values (:reference, :from, :to, :at, :by, :reason, :version,"
                        + " string_to_array(:visibleTo, ','))")
                .param("reference", event.reference())
                .param("from", event.from())
                .param("to", event.stage().id())
                .param("at", Timestamp.from(event.at()))
                .param("by", event.by())
                .param("reason", event.reason())
                .param("version", event.modelVersion())
                .param("visibleTo", String.join(",", event.stage().visibleTo()))
                .update();
    }
}
