package io.loanflow.document.letter;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at each name in a template, wherever it stands. */
final class Names implements Mustache.Visitor {

    private static final Set<String> POSITIONS = Set.of("-first", "-last", "-index", "this", ".");

    private final Sources sources;
    private final List<Flaw> flaws = new ArrayList<>();

    Names(Sources sources) {
        this.sources = sources;
    }

    List<Flaw> flaws(Template template) {
        template.visit(this);
        return flaws;
    }

    @Override
    public void visitText(String text) {
        // names only
    }

    @Override
    public void visitVariable(String name) {
        if (isKnown(name) && !POSITIONS.contains(name) && !any(name, fact -> !fact.isList() && !fact.question())) {
            flaws.add(sources.flawOf(
                    name,
                    "{{" + name + "}} is a list or a question, which cannot be printed. Use {{#" + name + "}} ... {{/"
                            + name + "}}."));
        }
    }

    @Override
    public boolean visitInclude(String name) {
        return true;
    }

    @Override
    public boolean visitSection(String name) {
        return isKnown(name);
    }

    @Override
    public boolean visitInvertedSection(String name) {
        return isKnown(name);
    }

    private boolean isKnown(String name) {
        boolean known = POSITIONS.contains(name) || any(name, fact -> true);
        if (!known) {
            flaws.add(sources.flawOf(
                    name,
                    "{{" + name + "}} is not known. The names that there are stand in src/docs/letters.md."
                            + near(name)));
        }
        return known;
    }

    private static boolean any(String name, Predicate<Fact<?>> which) {
        return Catalogue.flat().stream()
                .map(Catalogue.Named::fact)
                .anyMatch(fact -> fact.name().equals(name) && which.test(fact));
    }

    /** Names that share a word with it. */
    private static String near(String name) {
        var words = Arrays.asList(name.split("_"));
        var near = Catalogue.flat().stream()
                .map(one -> one.fact().name())
                .filter(other -> Arrays.stream(other.split("_")).anyMatch(words::contains))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        return near.isEmpty() ? "" : " Is it one of these: " + near + "?";
    }
}
