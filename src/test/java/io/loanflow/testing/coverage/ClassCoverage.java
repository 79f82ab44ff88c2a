package io.loanflow.testing.coverage;

import java.util.List;

/**
 * The lines of one class, as JaCoCo counted them.
 *
 * @param name of the outermost class, with its package
 */
record ClassCoverage(String name, int missed, int covered) {

    /** Reads JaCoCo's CSV report, whose columns are found by the names in its first line. */
    static List<ClassCoverage> read(List<String> csv) {
        var columns = List.of(csv.get(0).split(","));
        return csv.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(fields -> new ClassCoverage(
                        fields[columns.indexOf("PACKAGE")] + "." + outermost(fields[columns.indexOf("CLASS")]),
                        Integer.parseInt(fields[columns.indexOf("LINE_MISSED")]),
                        Integer.parseInt(fields[columns.indexOf("LINE_COVERED")])))
                .toList();
    }

    private static String outermost(String name) {
        var dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
