package io.loanflow.testing.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the tests cover of one layer. */
record LayerCoverage(Layer layer, List<ClassCoverage> classes) {

    private static final int WORST = 5;

    /** In per cent, cut and not rounded: what is shown as 90.0 is at least 90. */
    double covered() {
        var covered = classes.stream().mapToInt(ClassCoverage::covered).sum();
        var missed = classes.stream().mapToInt(ClassCoverage::missed).sum();
        return Math.floor(1000.0 * covered / Math.max(1, covered + missed)) / 10;
    }

    double gap() {
        return Math.max(0, layer.target().orElse(0) - covered());
    }

    boolean empty() {
        return classes.isEmpty();
    }

    boolean fails() {
        return empty() || gap() > 0;
    }

    String row() {
        if (empty()) {
            return "%-22s no class matches it".formatted(layer.name());
        }
        var target = layer.target();
        return String.format(
                Locale.ROOT,
                "%-22s %6.1f %% %8s %s",
                layer.name(),
                covered(),
                target.isPresent() ? target.getAsInt() + " %" : "-",
                target.isPresent() ? String.format(Locale.ROOT, "%6.1f", gap()) : "     -");
    }

    String worst() {
        return classes.stream()
                .filter(one -> one.missed() > 0)
                .sorted(Comparator.comparingInt(ClassCoverage::missed).reversed())
                .limit(WORST)
                .map(one -> "    " + one.name() + ": " + one.missed() + " lines not covered")
                .collect(Collectors.joining("\n"));
    }
}
