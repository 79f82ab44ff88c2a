package io.loanflow.identity;

import io.loanflow.platform.Violation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What makes a password good enough: its length, and that nobody would try it first. Nothing is asked of its letters. */
public final class PasswordRules {

    /** Everybody reads it in the README: good for the accounts of the demonstration only. */
    public static final String OF_THE_DEMONSTRATION = "loanflow-demo";

    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 4;
    private static final int LONGEST_PATTERN = 4;
    private static final Set<String> COMMON = read("/passwords/common.txt");

    private PasswordRules() {}

    /**
     * @param pointer JSON pointer to the password
     * @param email of the person whose password it is to be
     * @return what is wrong, empty when it is good enough; never the password itself
     */
    public static List<Violation> check(String pointer, String password, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            return List.of(new Violation(
                    pointer, "invalid_length", "A password has " + SHORTEST + " to " + LONGEST + " characters."));
        }
        var small = password.toLowerCase(Locale.ROOT);
        if (isTriedFirst(small.strip())) {
            return List.of(new Violation(
                    pointer, "common_password", "This password is among the first that others would try."));
        }
        var name = email.strip().toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
        if (name.length() >= SHORTEST_NAME && small.contains(name)) {
            return List.of(new Violation(
                    pointer, "contains_email", "A password does not contain the name in the e-mail address."));
        }
        return List.of();
    }

    private static boolean isTriedFirst(String small) {
        int head = digitsAtTheStart(small);
        int tail = small.length()
                - digitsAtTheStart(new StringBuilder(small).reverse().toString());
        return repeats(small)
                || IntStream.rangeClosed(0, head)
                        .anyMatch(from -> IntStream.rangeClosed(Math.max(from, tail), small.length())
                                .anyMatch(to -> isKnown(small.substring(from, to))));
    }

    private static boolean isKnown(String small) {
        return COMMON.contains(small) || small.equals(OF_THE_DEMONSTRATION);
    }

    /** True for one character or a short pattern again and again, the last time perhaps in part. */
    private static boolean repeats(String text) {
        var characters = text.codePoints().toArray();
        return IntStream.rangeClosed(1, LONGEST_PATTERN)
                .anyMatch(period -> IntStream.range(period, characters.length)
                        .allMatch(at -> characters[at] == characters[at - period]));
    }

    private static int digitsAtTheStart(String text) {
        return (int) text.chars()
                .takeWhile(character -> character >= '0' && character <= '9')
                .count();
    }

    private static Set<String> read(String resource) {
        var stream = Objects.requireNonNull(PasswordRules.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
