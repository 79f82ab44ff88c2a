package io.loanflow.document.letter;

import static io.loanflow.document.letter.Wording.day;

import io.loanflow.document.Material;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The approval: when, by whom, until when, on which conditions. */
final class ApprovalFacts {

    private static final List<Fact<Condition>> CONDITION = List.of(
            Fact.<Condition>of("condition_number", "number of the condition", one -> String.valueOf(one.number()))
                    .always(),
            Fact.of("condition", "condition", Condition::text).at(one -> "").always());

    private ApprovalFacts() {}

    private record Condition(int number, String text) {}

    static List<Fact<Material>> all() {
        return List.of(
                approved("approval_date", "date of the approval", given -> day(given.on()))
                        .always(),
                approved("approval_expiry", "last day of the approval", given -> day(given.expiry()))
                        .always(),
                approved("approved_by", "name of the person who approved", Material.Given::by),
                Fact.list("conditions", "conditions of the approval", ApprovalFacts::conditions, CONDITION)
                        .from("terms")
                        .at(material -> "/terms/conditions"),
                Fact.<Material>flag(
                                "has_conditions",
                                "whether there are conditions",
                                material -> !conditions(material).isEmpty())
                        .from("terms"));
    }

    private static Fact<Material> approved(
            String name, String label, Function<Material.Given, @Nullable String> value) {
        return Fact.<Material>of(
                        name, label, material -> material.approval() == null ? null : value.apply(material.approval()))
                .from("terms");
    }

    private static List<Condition> conditions(Material material) {
        var given = material.approval() == null
                ? List.<String>of()
                : material.approval().conditions();
        return IntStream.range(0, given.size())
                .mapToObj(i -> new Condition(i + 1, given.get(i)))
                .toList();
    }
}
