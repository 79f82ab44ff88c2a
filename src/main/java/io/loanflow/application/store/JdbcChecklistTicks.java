package io.loanflow.application.store;

import io.loanflow.application.ChecklistTicks;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checklist ticks in PostgreSQL. */
@Repository
class JdbcChecklistTicks implements ChecklistTicks {

    private final JdbcClient jdbc;

    JdbcChecklistTicks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> done(String reference) {
        return jdbc.sql("select code from checklist_item where reference = :reference and done")
                .param("reference", reference)
                .query(String.class)
                .set();
    }

    @Override
    public void set(String reference, String code, boolean done, String by, Instant at) {
        jdbc.sql(
                        "insert into checklist_item (reference, code, done, changed_by, changed_at)"
                                + " values (:reference, :code, :done, :by, :at)"
                                + " on conflict (reference, code) do update"
                                + " set done = excluded.done, changed_by = excluded.changed_by, changed_at = excluded.changed_at")
                .param("reference", reference)
                .param("code", code)
                .param("done", done)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
