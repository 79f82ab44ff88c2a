package io.loanflow.identity;

import io.loanflow.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees which application: the rows of the view {@code application_audience(reference, principal)}. */
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

    /** @throws Problem 404 when the application is absent or not this viewer's to know of */
    public void require(Viewer viewer, String reference) {
        if (!maySee(viewer, reference)) {
            throw Problem.notFound("application '" + reference + "'");
        }
    }
}
