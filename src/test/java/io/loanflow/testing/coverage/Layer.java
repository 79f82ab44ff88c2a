package io.loanflow.testing.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of the code with a coverage of its own.
 *
 * @param target what the build asks for, in per cent of lines; empty for a layer that is only shown
 * @param classes which classes belong to it, by their names with the package
 */
record Layer(String name, OptionalInt target, List<Pattern> classes) {

    /** Reads {@code name | target or - | globs}; in a glob {@code *} stays within one package, {@code **} does not. */
    static Layer parse(String line) {
        var parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not \"name | target | classes\": " + line);
        }
        var target = "-".equals(parts[1]) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1]));
        var classes =
                Arrays.stream(parts[2].strip().split("\\s+")).map(Layer::glob).toList();
        return new Layer(parts[0].strip(), target, classes);
    }

    private static Pattern glob(String glob) {
        return Pattern.compile(Arrays.stream(glob.split("\\*\\*", -1))
                .map(part -> part.replace(".", "\\.").replace("*", "[^.]*"))
                .collect(Collectors.joining(".*")));
    }

    boolean has(ClassCoverage coverage) {
        return classes.stream()
                .anyMatch(pattern -> pattern.matcher(coverage.name()).matches());
    }
}
