package io.loanflow.document.letter;

import com.samskivert.mustache.Mustache;
import io.loanflow.platform.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An application that is nobody's, to try templates on: each list has one row. */
final class Sample implements Mustache.CustomContext {

    private final Map<String, ? extends Fact<?>> facts;
    private final Predicate<Fact<?>> there;
    private final Reading reading;

    private Sample(List<? extends Fact<?>> facts, Predicate<Fact<?>> there, Reading reading) {
        this.facts = facts.stream().collect(Collectors.toMap(Fact::name, Function.identity()));
        this.there = there;
        this.reading = reading;
    }

    /** With every value. */
    static Sample full() {
        return new Sample(Catalogue.ALL, fact -> true, new Reading());
    }

    /** With nothing but what is there in every application that such a letter is about. */
    static Sample guaranteed() {
        return new Sample(Catalogue.ALL, fact -> fact.need() != Need.OPTIONAL, new Reading());
    }

    /** Names that a template has printed although they are not there. */
    List<String> missing() {
        return reading.violations().stream().map(Violation::pointer).toList();
    }

    @Override
    public @Nullable Object get(String name) {
        var fact = facts.get(name);
        if (fact == null) {
            return null;
        }
        boolean present = there.test(fact);
        if (fact.isList()) {
            return present ? List.of(new Sample(fact.columns(), there, reading)) : List.of();
        }
        if (fact.question()) {
            return present;
        }
        return present ? new Text("0", name, name, reading) : new Absent(name, name, reading);
    }
}
