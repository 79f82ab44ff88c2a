package io.loanflow.application;

import io.loanflow.identity.Viewer;
import io.loanflow.people.Borrower;
import io.loanflow.people.BorrowerData;
import io.loanflow.people.Borrowers;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The borrowers of an application: entered with it, or named by id. */
@Component
class Parties {

    private final Borrowers borrowers;
    private final JdbcClient jdbc;

    Parties(Borrowers borrowers, JdbcClient jdbc) {
        this.borrowers = borrowers;
        this.jdbc = jdbc;
    }

    /** A borrower can be named by id by whoever may see one of their applications; others do not exist for them. */
    List<Violation> check(List<BorrowerData> entered, @Nullable LoanApplication existing, Viewer viewer) {
        var known = existing == null
                ? Set.<Long>of()
                : existing.borrowers().stream().map(Borrower::id).collect(Collectors.toSet());
        var violations = new ArrayList<Violation>();
        var named = new java.util.HashSet<Integer>();
        for (int i = 0; i < entered.size(); i++) {
            var id = entered.get(i) == null ? null : entered.get(i).id();
            if (id != null && !known.contains(id.longValue()) && !maySee(viewer, id)) {
                violations.add(new Violation("/borrowers/" + i + "/id", "unknown", "There is no borrower " + id + "."));
            } else if (id != null && !named.add(id)) {
                violations.add(new Violation("/borrowers/" + i + "/id", "twice", "This borrower is named twice."));
            }
        }
        return violations;
    }

    /** Stores what is new or changed and answers the ids in order. */
    List<Long> keep(List<BorrowerData> entered, List<Borrower> present) {
        return entered.stream().map(one -> keep(one, present)).toList();
    }

    private long keep(BorrowerData entered, List<Borrower> present) {
        if (entered.id() == null) {
            return borrowers.add(entered, null);
        }
        long id = entered.id();
        present.stream()
                .filter(borrower -> borrower.id() == id)
                .filter(borrower -> !Objects.equals(withId(borrower), entered))
                .forEach(borrower -> borrowers.replace(id, entered.withId(null)));
        return id;
    }

    static BorrowerData withId(Borrower borrower) {
        return borrower.data().withId((int) borrower.id());
    }

    private boolean maySee(Viewer viewer, int borrowerId) {
        if (viewer.in("admin", "credit")) {
            return !borrowers.find(List.of((long) borrowerId)).isEmpty();
        }
        return jdbc.sql("select exists (select 1 from application_borrower p"
                        + " join application_audience a on a.reference = p.reference"
                        + " where p.borrower_id = :id and a.principal in (:principals))")
                .param("id", borrowerId)
                .param("principals", viewer.principals())
                .query(Boolean.class)
                .single();
    }
}
