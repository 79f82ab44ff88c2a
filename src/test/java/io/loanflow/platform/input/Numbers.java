package io.loanflow.platform.input;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Numbers made right by construction: the check digits are solved for, not tried. */
final class Numbers {

    private static final int[] ABN_TAIL = {3, 5, 7, 9, 11, 13, 15, 17, 19};
    private static final int[] ACN = {8, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] TFN_NINE = {1, 4, 3, 7, 5, 8, 6, 9};
    private static final int[] TFN_EIGHT = {10, 7, 8, 4, 6, 3, 5};

    private Numbers() {}

    /** A number, one of its digits, and what to add to that digit, modulo ten. */
    record Slip(String number, int at, int by) {

        String typed() {
            var digit = (number.charAt(at) - '0' + by) % 10;
            return number.substring(0, at) + digit + number.substring(at + 1);
        }
    }

    static Arbitrary<String> abns() {
        return digits(9).map(tail -> {
            int head = Math.floorMod(-sum(tail, ABN_TAIL), 89);
            return "" + (head / 10 + 1) + head % 10 + tail;
        });
    }

    static Arbitrary<String> acns() {
        return digits(8).map(body -> body + (10 - sum(body, ACN) % 10) % 10);
    }

    static Arbitrary<String> tfns() {
        var nine = digits(8).filter(body -> sum(body, TFN_NINE) % 11 < 10).map(body -> body + sum(body, TFN_NINE) % 11);
        var eight = digits(7)
                .filter(body -> sum(body, TFN_EIGHT) % 11 != 1)
                .map(body -> body + Math.floorMod(-sum(body, TFN_EIGHT), 11));
        return Arbitraries.oneOf(nine, eight);
    }

    static Arbitrary<String> mobiles() {
        return digits(7).map(digits -> "041" + digits);
    }

    static Arbitrary<String> digits(int count) {
        return Arbitraries.strings().numeric().ofLength(count);
    }

    /** The slips that a check sum is bound to notice. */
    static Arbitrary<Slip> slips(Arbitrary<String> numbers, Predicate<Slip> noticed) {
        return numbers.flatMap(number -> Arbitraries.integers()
                        .between(0, number.length() - 1)
                        .flatMap(at -> Arbitraries.integers().between(1, 9).map(by -> new Slip(number, at, by))))
                .filter(noticed);
    }

    /** Anything that people put between digits, at any place. */
    static Arbitrary<String> grouped(Arbitrary<String> numbers, String... separators) {
        return numbers.flatMap(number -> Arbitraries.of("", "", separators[0], separators[separators.length - 1])
                .list()
                .ofSize(number.length())
                .map(gaps -> IntStream.range(0, number.length())
                        .mapToObj(at -> number.charAt(at) + gaps.get(at))
                        .collect(Collectors.joining())));
    }

    private static int sum(String digits, int[] weights) {
        return IntStream.range(0, weights.length)
                .map(at -> weights[at] * (digits.charAt(at) - '0'))
                .sum();
    }
}
