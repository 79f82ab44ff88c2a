package io.loanflow.document.letter;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One named value that templates print, ask for or repeat.
 *
 * @param <T> what it is read from
 * @param label what people call it, after "the"
 * @param contact true when it says only how and when somebody is written to
 * @param fields the fields of the application's JSON that it comes from
 * @param pointer where it is entered, relative to what it is read from
 * @param value text, truth, {@link Rows}, or null when it is not there
 * @param question true for a yes or no, which a passage can ask for and nothing can print
 * @param columns what the rows of a list show; empty for a single value
 */
record Fact<T>(
        String name,
        String label,
        Need need,
        boolean contact,
        Set<String> fields,
        Function<T, String> pointer,
        Function<T, @Nullable Object> value,
        boolean question,
        List<? extends Fact<?>> columns) {

    /** A text. */
    static <T> Fact<T> of(String name, String label, Function<T, @Nullable String> value) {
        return new Fact<>(
                name, label, Need.OPTIONAL, false, Set.of(), any -> "/" + name, value::apply, false, List.of());
    }

    /** A question with a yes or no, for passages. */
    static <T> Fact<T> flag(String name, String label, Function<T, Boolean> value) {
        return new Fact<>(
                name, label, Need.OPTIONAL, false, Set.of(), any -> "/" + name, value::apply, true, List.of());
    }

    /** A list. */
    static <T, R> Fact<T> list(String name, String label, Function<T, List<R>> rows, List<Fact<R>> columns) {
        return new Fact<>(
                name,
                label,
                Need.OPTIONAL,
                false,
                Set.of(),
                any -> "/" + name,
                source -> new Rows<>(rows.apply(source), columns),
                false,
                columns);
    }

    /** It comes from these fields, and is entered in the first of them. */
    Fact<T> from(String... names) {
        return new Fact<>(name, label, need, contact, Set.of(names), any -> "/" + names[0], value, question, columns);
    }

    Fact<T> at(Function<T, String> place) {
        return new Fact<>(name, label, need, contact, fields, place, value, question, columns);
    }

    Fact<T> always() {
        return needed(Need.ALWAYS);
    }

    Fact<T> subject() {
        return needed(Need.SUBJECT);
    }

    Fact<T> onlyContact() {
        return new Fact<>(name, label, need, true, fields, pointer, value, question, columns);
    }

    private Fact<T> needed(Need other) {
        return new Fact<>(name, label, other, contact, fields, pointer, value, question, columns);
    }

    boolean isList() {
        return !columns.isEmpty();
    }
}
