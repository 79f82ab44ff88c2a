package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.loanflow.identity.PartyVisibility;
import io.loanflow.identity.Viewer;
import io.loanflow.people.Party;
import io.loanflow.people.PartyData;
import io.loanflow.people.PartyKind;
import io.loanflow.people.PartyRegister;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The borrowers of an application: entered with it, or named by id. */
@Component
class Parties {

    private final PartyRegister people;
    private final PartyVisibility visibility;

    Parties(PartyRegister people, PartyVisibility visibility) {
        this.people = people;
        this.visibility = visibility;
    }

    /** A borrower can be named by id by whoever may see one of their applications; others do not exist for them. */
    List<Violation> check(List<PartyData> entered, @Nullable LoanApplication existing, Viewer viewer) {
        var known = existing == null
                ? Set.<Long>of()
                : existing.borrowers().stream().map(Party::id).collect(Collectors.toSet());
        var violations = new ArrayList<Violation>();
        var named = new java.util.HashSet<Integer>();
        for (int i = 0; i < entered.size(); i++) {
            var id = entered.get(i) == null ? null : entered.get(i).id();
            if (id != null && !known.contains(id.longValue()) && !maySee(viewer, id)) {
                violations.add(new Violation("/borrowers/" + i + "/id", "unknown", "There is no borrower " + id + "."));
            } else if (id != null && !named.add(id)) {
                violations.add(new Violation("/borrowers/" + i + "/id", "twice", "This borrower is named twice."));
            }
            if (entered.get(i) != null) {
                var pointer = "/borrowers/" + i;
                people.check(PartyKind.BORROWER, entered.get(i)).forEach(wrong -> violations.add(wrong.under(pointer)));
            }
        }
        return violations;
    }

    /** Stores what is new or changed and answers the ids in order. */
    List<Long> keep(List<PartyData> entered, List<Party> present, String by) {
        return entered.stream().map(one -> keep(one, present, by)).toList();
    }

    private long keep(PartyData entered, List<Party> present, String by) {
        if (entered.id() == null) {
            return people.add(PartyKind.BORROWER, entered, null, by);
        }
        long id = entered.id();
        present.stream()
                .filter(borrower -> borrower.id() == id)
                .forEach(borrower -> people.replace(borrower, entered, by));
        return id;
    }

    /** Masks that came back are the numbers again, for borrowers whose masks they are. */
    JsonNode unmasked(JsonNode application, List<Party> present) {
        if (application.path("borrowers") instanceof ArrayNode borrowers) {
            for (int i = 0; i < borrowers.size(); i++) {
                var entered = borrowers.get(i);
                var id = entered.path("id").asLong();
                int place = i;
                present.stream()
                        .filter(borrower -> borrower.id() == id)
                        .forEach(borrower -> borrowers.set(place, people.unmasked(entered, borrower)));
            }
        }
        return application;
    }

    static boolean haveSameSecrets(List<PartyData> some, List<PartyData> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).hasSecretsOf(others.get(i)));
    }

    private boolean maySee(Viewer viewer, int id) {
        return visibility.maySee(viewer, PartyKind.BORROWER.word(), id);
    }
}
