package io.loanflow.document.letter;

import io.loanflow.document.Facts;
import io.loanflow.document.Material;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All facts that templates can name. */
@Component
class Catalogue implements Facts {

    /** Those of an application; the columns of its lists are in them. */
    static final List<Fact<Material>> ALL = Stream.of(
                    ContactFacts.all(), LoanFacts.all(), ApprovalFacts.all(), PeopleFacts.all(), SecurityFacts.all())
            .flatMap(List::stream)
            .toList();

    /** The same with the columns of lists, by their names from the top: {@code borrowers.name}. */
    private static final Map<String, Named> BY_NAME = named();

    /**
     * A fact and where it comes from.
     *
     * @param fields of the application's JSON; a column has those of its list
     */
    record Named(String name, Fact<?> fact, Set<String> fields) {}

    @Override
    public boolean areTouched(Set<String> shown, Set<String> changed) {
        return shown.stream()
                .map(BY_NAME::get)
                .filter(Objects::nonNull)
                .filter(one -> !one.fact().contact())
                .flatMap(one -> one.fields().stream())
                .anyMatch(changed::contains);
    }

    static List<Named> flat() {
        var flat = new ArrayList<Named>();
        ALL.forEach(fact -> add("", fact, fact.fields(), flat));
        return flat;
    }

    private static void add(String prefix, Fact<?> fact, Set<String> fields, List<Named> to) {
        to.add(new Named(prefix + fact.name(), fact, fields));
        fact.columns().forEach(column -> add(prefix + fact.name() + ".", column, fields, to));
    }

    private static Map<String, Named> named() {
        var byName = new HashMap<String, Named>();
        flat().forEach(one -> byName.put(one.name(), one));
        return Map.copyOf(byName);
    }
}
