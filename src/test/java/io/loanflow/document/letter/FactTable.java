package io.loanflow.document.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** The facts as a table for analysts; {@code main} writes it into the documentation. */
public final class FactTable {

    private static final Path FILE = Path.of("src", "docs", "letters.md");
    private static final String HEAD = "| name | what it is | there | comes from |\n|---|---|---|---|\n";

    private FactTable() {}

    static String rows() {
        var rows = new StringBuilder(HEAD);
        Catalogue.flat()
                .forEach(one -> rows.append("| `%s`%s | %s | %s | %s |%n"
                        .formatted(
                                one.name(),
                                one.fact().isList() ? " (list)" : one.fact().question() ? " (question)" : "",
                                one.fact().label(),
                                there(one.fact()),
                                from(one))));
        return rows.toString();
    }

    public static void main(String[] arguments) throws IOException {
        var text = Files.readString(FILE);
        int start = text.indexOf(HEAD);
        int end = text.indexOf("\n\n", start);
        Files.writeString(FILE, text.substring(0, start) + rows().stripTrailing() + text.substring(end));
    }

    private static String there(Fact<?> fact) {
        return switch (fact.need()) {
            case ALWAYS -> "always";
            case SUBJECT -> "in letters about it";
            case OPTIONAL -> fact.question() ? "always" : "perhaps";
        };
    }

    private static String from(Catalogue.Named one) {
        if (one.fact().contact()) {
            return "contact only";
        }
        return one.name().contains(".") ? "as the list" : String.join(", ", new TreeSet<>(one.fields()));
    }
}
