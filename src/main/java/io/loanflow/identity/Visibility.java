package io.loanflow.identity;

import io.loanflow.platform.Problem;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees which application, and as what: the rows of the view {@code application_audience(reference, principal, capacity)}. */
@Component
public class Visibility {

    /** SQL condition on a column {@code reference}; bind {@code :principals} to {@link Viewer#principals()}. */
    public static final String CLAUSE = on("reference");

    private final JdbcClient jdbc;

    Visibility(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** SQL condition like {@link #CLAUSE} for a column of another name, for example {@code a.reference}. */
    public static String on(String column) {
        return column
                + " in (select audience.reference from application_audience audience"
                + " where audience.principal in (:principals))";
    }

    public boolean maySee(Viewer viewer, String reference) {
        return jdbc.sql("select exists (select 1 from application_audience"
                        + " where reference = :reference and principal in (:principals))")
                .param("reference", reference)
                .param("principals", viewer.principals())
                .query(Boolean.class)
                .single();
    }

    /**
     * Somebody as they stand to one application: a broker who borrows in another broker's application is a client there.
     *
     * @return the same person, with the groups only whose rights they have there
     */
    public Viewer standing(Viewer viewer, String reference) {
        return viewer.as(capacities(viewer, reference));
    }

    /**
     * @return the person as they stand to it, as {@link #standing} says
     * @throws Problem 404 when the application is absent or not this viewer's to know of
     */
    public Viewer require(Viewer viewer, String reference) {
        var capacities = capacities(viewer, reference);
        if (capacities.isEmpty()) {
            throw Problem.notFound("application '" + reference + "'");
        }
        return viewer.as(capacities);
    }

    private Set<String> capacities(Viewer viewer, String reference) {
        return jdbc.sql("select distinct capacity from application_audience"
                        + " where reference = :reference and principal in (:principals)")
                .param("reference", reference)
                .param("principals", viewer.principals())
                .query(String.class)
                .set();
    }
}
