package io.loanflow.people;

import java.util.List;
import java.util.Map;

/** Which postcodes a state has. */
final class Postcodes {

    /** As an address names them. */
    static final List<String> STATES = List.of("NSW", "VIC", "QLD", "SA", "WA", "TAS", "NT", "ACT");

    private static final Map<String, List<Range>> RANGES = Map.of(
            "NSW", List.of(new Range(1000, 2599), new Range(2619, 2899), new Range(2921, 2999)),
            "VIC", List.of(new Range(3000, 3999), new Range(8000, 8999)),
            "QLD", List.of(new Range(4000, 4999), new Range(9000, 9999)),
            "SA", List.of(new Range(5000, 5999)),
            "WA", List.of(new Range(6000, 6797), new Range(6800, 6999)),
            "TAS", List.of(new Range(7000, 7999)),
            "NT", List.of(new Range(800, 999)),
            "ACT", List.of(new Range(200, 299), new Range(2600, 2618), new Range(2900, 2920)));

    private Postcodes() {}

    private record Range(int first, int last) {

        boolean has(int number) {
            return number >= first && number <= last;
        }
    }

    /** @param postcode four digits */
    static boolean belongs(String postcode, String state) {
        int number = Integer.parseInt(postcode);
        return RANGES.getOrDefault(state, List.of()).stream().anyMatch(range -> range.has(number));
    }
}
