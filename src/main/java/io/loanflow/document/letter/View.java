package io.loanflow.document.letter;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a template sees of something: its named values, and nothing else of it. */
final class View<T> implements Mustache.CustomContext {

    private final Map<String, Fact<T>> facts;
    private final T source;
    private final Place place;
    private final Reading reading;

    /**
     * Where in the application the view is.
     *
     * @param name prefix of names, {@code borrowers.} say
     * @param pointer JSON pointer to it
     * @param whose for people: {@code  (borrowers, no. 2)}
     */
    record Place(String name, String pointer, String whose) {

        static final Place TOP = new Place("", "", "");

        Place row(String list, String at, int index) {
            return new Place(
                    name + list + ".",
                    pointer + at + "/" + index,
                    " (%s, no. %d)".formatted(list.replace('_', ' '), index + 1));
        }
    }

    View(List<Fact<T>> facts, T source, Place place, Reading reading) {
        this.facts = facts.stream().collect(Collectors.toMap(Fact::name, Function.identity()));
        this.source = source;
        this.place = place;
        this.reading = reading;
    }

    /** Null for a name that is none of these. */
    @Override
    public @Nullable Object get(String name) {
        var fact = facts.get(name);
        if (fact == null) {
            return null;
        }
        reading.show(place.name() + name);
        var value = fact.value().apply(source);
        var at = fact.pointer().apply(source);
        if (value instanceof Rows<?> rows) {
            return views(rows, name, at);
        }
        if (value instanceof Boolean) {
            return value;
        }
        var what = fact.label() + place.whose();
        var pointer = place.pointer() + at;
        return value == null || value.toString().isBlank()
                ? new Absent(what, pointer, reading)
                : new Text(value.toString(), what, pointer, reading);
    }

    private <R> List<View<R>> views(Rows<R> rows, String list, String at) {
        var views = new ArrayList<View<R>>();
        for (int i = 0; i < rows.rows().size(); i++) {
            views.add(new View<>(rows.columns(), rows.rows().get(i), place.row(list, at, i), reading));
        }
        return views;
    }
}
