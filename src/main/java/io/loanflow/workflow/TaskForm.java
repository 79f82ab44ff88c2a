package io.loanflow.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a deployed form asks a person for. A task without a form asks for nothing. */
public final class TaskForm {

    static final TaskForm NONE = new TaskForm(List.of(), Set.of());

    /** Key of the field whose value chooses the way out of a task. */
    static final String DECISION = "decision";

    private static final Pattern WORD = Pattern.compile("\\w+");

    private final List<FormField> fields;
    private final Set<String> mentions;

    private TaskForm(List<FormField> fields, Set<String> mentions) {
        this.fields = fields;
        this.mentions = mentions;
    }

    static TaskForm of(JsonNode schema) {
        return new TaskForm(
                components(schema).map(FormField::of).flatMap(Optional::stream).toList(),
                WORD.matcher(schema.toString())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * A field as clients see it.
     *
     * @param type the form component's type, such as {@code textfield} or {@code select}
     * @param options the values to choose from; empty where anything can be entered
     */
    public record Field(String key, String type, String label, boolean required, Set<String> options) {}

    /** The fields that may be filled in, in the form's order. */
    public List<Field> inputs() {
        return fields.stream()
                .map(field -> new Field(field.key(), field.type(), field.label(), field.isRequired(), field.options()))
                .toList();
    }

    /** Names of the fields that may be filled in. */
    public Set<String> names() {
        return fields.stream().map(FormField::key).collect(Collectors.toUnmodifiableSet());
    }

    /** The values that each select or radio field offers, by field name. */
    public Map<String, Set<String>> options() {
        return fields.stream()
                .filter(field -> !field.options().isEmpty())
                .collect(Collectors.toUnmodifiableMap(FormField::key, FormField::options, (first, second) -> first));
    }

    /** Every word of the form's definition, among them the keys of what it only shows. */
    Set<String> mentions() {
        return mentions;
    }

    /** The values that the field {@code decision} offers; empty when the form has none. */
    Set<String> decisions() {
        return options().getOrDefault(DECISION, Set.of());
    }

    /**
     * Checks what somebody submits: unknown fields, wrong types, options that are not offered, missing answers.
     *
     * @return all violations, each pointing at {@code /<field>}; empty when the form is content
     */
    public List<Violation> check(Map<String, ? extends @Nullable Object> submitted) {
        var violations = new ArrayList<>(unknown(submitted.keySet(), names()));
        fields.forEach(field -> violations.addAll(field.check(submitted.get(field.key()))));
        return violations;
    }

    /** One violation for every given name that is not accepted. */
    public static List<Violation> unknown(Set<String> given, Set<String> accepted) {
        return given.stream()
                .filter(name -> !accepted.contains(name))
                .sorted()
                .map(name -> new Violation("/" + name, "unknown_field", "There is no field '" + name + "' here."))
                .toList();
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
    }
}
