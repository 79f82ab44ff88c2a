package io.loanflow.identity;

import io.loanflow.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees which borrower and guarantor, and as what: the rows of {@code party_audience(kind, id, principal, capacity)}. */
@Component
public class PartyVisibility {

    private final JdbcClient jdbc;

    PartyVisibility(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * SQL condition on a column that holds the id; bind {@code :principals} to {@link Viewer#principals()}.
     *
     * @param kind {@code borrower} or {@code guarantor}, never what somebody entered
     */
    public static String on(String kind, String column) {
        return column + " in (select audience.id from party_audience audience where audience.kind = '" + kind
                + "' and audience.principal in (:principals))";
    }

    public boolean maySee(Viewer viewer, String kind, long id) {
        return jdbc.sql("select exists (select 1 from party_audience"
                        + " where kind = :kind and id = :id and principal in (:principals))")
                .param("kind", kind)
                .param("id", id)
                .param("principals", viewer.principals())
                .query(Boolean.class)
                .single();
    }

    /**
     * @return the person as they stand to it: with the groups only whose rights they have there
     * @throws Problem 404 when it is absent or not this viewer's to know of
     */
    public Viewer require(Viewer viewer, String kind, long id) {
        var capacities = jdbc.sql("select distinct capacity from party_audience"
                        + " where kind = :kind and id = :id and principal in (:principals)")
                .param("kind", kind)
                .param("id", id)
                .param("principals", viewer.principals())
                .query(String.class)
                .set();
        if (capacities.isEmpty()) {
            throw Problem.notFound(kind);
        }
        return viewer.as(capacities);
    }
}
