package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.people.PartyChanged;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which entries count as figures: what the assessment computes with and what the documents show. Whoever enters them may not
 * approve (four eyes), and changing them starts the assessment again.
 */
final class Figures {

    private static final Set<String> FIGURES = Set.of(
            "loan_amount",
            "loan_term",
            "interest_rate",
            "repayment_frequency",
            "product",
            "borrowers",
            "guarantors",
            "securities");

    private static final List<String> PEOPLE = List.of("borrowers", "guarantors");

    private Figures() {}

    /**
     * Names of the fields that differ between two applications as JSON; absent and empty are the same. Where nothing but how
     * to reach people differs it is {@code borrowers_contact} or {@code guarantors_contact}.
     */
    static Set<String> changed(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> same(before.path(name), after.path(name)));
        for (var people : PEOPLE) {
            if (names.contains(people) && same(figures(before.path(people)), figures(after.path(people)))) {
                names.remove(people);
                names.add(people + "_contact");
            }
        }
        return names;
    }

    /** People without what says only how to reach them. */
    private static JsonNode figures(JsonNode people) {
        var figures = JsonNodeFactory.instance.arrayNode();
        people.forEach(one -> figures.add(PartyChanged.withoutContact(one)));
        return figures;
    }

    static boolean areAmong(Set<String> fields) {
        return fields.stream().anyMatch(FIGURES::contains);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(other) || (isEmpty(one) && isEmpty(other));
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isContainerNode() && node.isEmpty());
    }
}
