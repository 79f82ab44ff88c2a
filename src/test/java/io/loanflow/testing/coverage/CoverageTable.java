package io.loanflow.testing.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The coverage by layer that ends {@code mvn verify}, in lines. A class counts in the first layer that has it; the layer
 * {@code whole} has every class. A layer below its target, or that no class matches, fails the build.
 */
public final class CoverageTable {

    private static final String WHOLE = "whole";
    private static final String HEAD = "%-22s %8s %8s %6s".formatted("layer (lines)", "covered", "target", "gap");

    private final List<LayerCoverage> layers;

    private CoverageTable(List<LayerCoverage> layers) {
        this.layers = layers;
    }

    /** Run by the build with the file of the layers and the CSV report. */
    public static void main(String[] files) throws IOException {
        var table = of(Files.readAllLines(Path.of(files[0])), Files.readAllLines(Path.of(files[1])));
        System.out.println("\n" + table.text() + "\n");
        table.enforce();
    }

    static CoverageTable of(List<String> layerLines, List<String> csv) {
        var layers = layerLines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Layer::parse)
                .toList();
        return new CoverageTable(group(layers, ClassCoverage.read(csv)));
    }

    private static List<LayerCoverage> group(List<Layer> layers, List<ClassCoverage> classes) {
        return layers.stream()
                .map(layer -> new LayerCoverage(
                        layer,
                        classes.stream()
                                .filter(one -> isWhole(layer) || layer.equals(first(layers, one)))
                                .toList()))
                .toList();
    }

    private static @Nullable Layer first(List<Layer> layers, ClassCoverage one) {
        return layers.stream()
                .filter(layer -> !isWhole(layer) && layer.has(one))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWhole(Layer layer) {
        return WHOLE.equals(layer.name());
    }

    String text() {
        return HEAD + "\n" + layers.stream().map(LayerCoverage::row).collect(Collectors.joining("\n"));
    }

    void enforce() {
        var failures = layers.stream().filter(LayerCoverage::fails).toList();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("coverage below its target:\n"
                    + failures.stream()
                            .map(layer -> "  " + layer.row() + "\n" + layer.worst())
                            .collect(Collectors.joining("\n")));
        }
    }
}
