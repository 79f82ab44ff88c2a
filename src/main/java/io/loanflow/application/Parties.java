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
import io.loanflow.platform.input.InputReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The borrowers and guarantors of an application: entered with it, or named by id. */
@Component
class Parties {

    private final PartyRegister people;
    private final PartyVisibility visibility;
    private final LoanApplications applications;
    private final InputReader inputs;

    Parties(PartyRegister people, PartyVisibility visibility, LoanApplications applications, InputReader inputs) {
        this.people = people;
        this.visibility = visibility;
        this.applications = applications;
        this.inputs = inputs;
    }

    /** Somebody can be named by id by whoever may see them; for others they do not exist. */
    List<Violation> check(ApplicationData data, @Nullable LoanApplication existing, Viewer viewer) {
        return Stream.concat(
                        check(PartyKind.BORROWER, data.borrowersOrNone(), existing, viewer),
                        check(PartyKind.GUARANTOR, data.guarantorsOrNone(), existing, viewer))
                .toList();
    }

    private Stream<Violation> check(
            PartyKind kind, List<PartyData> entered, @Nullable LoanApplication existing, Viewer viewer) {
        var present = existing == null ? List.<Party>of() : present(kind, existing);
        var known = present.stream().map(Party::id).collect(Collectors.toSet());
        var violations = new ArrayList<Violation>();
        var named = new HashSet<Integer>();
        for (int i = 0; i < entered.size(); i++) {
            var pointer = "/" + kind.word() + "s/" + i;
            @Nullable PartyData data = entered.get(i);
            if (data == null) {
                continue;
            }
            if (data.id() != null) {
                violations.addAll(identity(kind, data.id(), pointer + "/id", known, named, viewer));
            }
            if (data.id() == null || known.contains(data.id().longValue())) {
                people.check(kind, data).forEach(wrong -> violations.add(wrong.under(pointer)));
            } else if (inputs.write(data).size() > 1) {
                violations.add(new Violation(
                        pointer,
                        "named_by_id",
                        "Somebody named by their id is taken as they are; change them under /api/" + kind.word() + "s/"
                                + data.id() + "."));
            }
        }
        return violations.stream();
    }

    private List<Violation> identity(
            PartyKind kind, int id, String pointer, Set<Long> known, Set<Integer> named, Viewer viewer) {
        if (!named.add(id)) {
            return List.of(new Violation(pointer, "twice", "This " + kind.word() + " is named twice."));
        }
        if (known.contains((long) id)) {
            return List.of();
        }
        if (!visibility.maySee(viewer, kind.word(), id)) {
            return List.of(new Violation(pointer, "unknown", "There is no " + kind.word() + " " + id + "."));
        }
        return kind == PartyKind.GUARANTOR && !applications.of(kind, id).isEmpty()
                ? List.of(new Violation(
                        pointer, "taken", "This guarantor stands behind another application already; enter them anew."))
                : List.of();
    }

    /** Stores what is new or changed and answers the ids in order. */
    Linked keep(ApplicationData entered, @Nullable LoanApplication existing, String by) {
        return new Linked(
                keep(PartyKind.BORROWER, entered.borrowersOrNone(), existing, by),
                keep(PartyKind.GUARANTOR, entered.guarantorsOrNone(), existing, by));
    }

    private List<Long> keep(PartyKind kind, List<PartyData> entered, @Nullable LoanApplication existing, String by) {
        return entered.stream().map(one -> keep(kind, one, existing, by)).toList();
    }

    private long keep(PartyKind kind, PartyData entered, @Nullable LoanApplication existing, String by) {
        if (entered.id() == null) {
            return people.add(kind, entered, null, by);
        }
        long id = entered.id();
        if (existing != null) {
            present(kind, existing).stream()
                    .filter(party -> party.id() == id)
                    .forEach(party -> people.replace(party, entered, by, existing.reference()));
        }
        return id;
    }

    /** Masks that came back are the numbers again, for those whose masks they are. */
    JsonNode unmasked(JsonNode application, LoanApplication existing) {
        for (var kind : PartyKind.values()) {
            if (application.path(kind.word() + "s") instanceof ArrayNode entered) {
                unmask(entered, present(kind, existing));
            }
        }
        return application;
    }

    private void unmask(ArrayNode entered, List<Party> present) {
        for (int i = 0; i < entered.size(); i++) {
            var one = entered.get(i);
            int place = i;
            present.stream()
                    .filter(party -> party.id() == one.path("id").asLong())
                    .forEach(party -> entered.set(place, people.unmasked(one, party)));
        }
    }

    /** Names of the lists in which a number that is never written differs. */
    static Set<String> withOtherSecrets(ApplicationData before, ApplicationData after) {
        var lists = new HashSet<String>();
        if (!haveSameSecrets(before.borrowersOrNone(), after.borrowersOrNone())) {
            lists.add("borrowers");
        }
        if (!haveSameSecrets(before.guarantorsOrNone(), after.guarantorsOrNone())) {
            lists.add("guarantors");
        }
        return lists;
    }

    private static boolean haveSameSecrets(List<PartyData> some, List<PartyData> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).hasSecretsOf(others.get(i)));
    }

    private static List<Party> present(PartyKind kind, LoanApplication existing) {
        return kind == PartyKind.BORROWER ? existing.borrowers() : existing.guarantors();
    }
}
