package io.loanflow.platform.input;

import com.fasterxml.jackson.databind.util.StdConverter;

/** Numbers that people write in groups, and what is counted and added up in them. */
public final class Digits {

    private Digits() {}

    /** The digits alone when there is nothing else but spaces and dashes; any other text as it is. */
    public static String of(String text) {
        var digits = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (isDigit(character)) {
                digits.append(character);
            } else if (!separates(character)) {
                return text;
            }
        }
        return digits.isEmpty() ? text : digits.toString();
    }

    /** True for {@code least} to {@code most} digits and nothing else. */
    static boolean count(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && text.chars().allMatch(Digits::isDigit);
    }

    /** The sum of the digits, each times its weight. */
    static int sum(String digits, int[] weights) {
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += (digits.charAt(at) - '0') * weights[at];
        }
        return sum;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** A space or a dash, in any of the shapes that word processors make of them. */
    static boolean separates(int character) {
        int type = Character.getType(character);
        return type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION;
    }

    /** How such a number is read. */
    static final class Reading extends StdConverter<String, String> {

        @Override
        public String convert(String text) {
            return of(text);
        }
    }
}
