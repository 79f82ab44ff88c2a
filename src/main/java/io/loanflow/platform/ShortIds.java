package io.loanflow.platform;

import java.security.SecureRandom;

/** Random identifiers of upper-case letters and digits, hard to guess and easy to read out. */
public final class ShortIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortIds() {}

    /** @param length how many characters; 36 possibilities each */
    public static String draw(int length) {
        var drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            drawn.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return drawn.toString();
    }
}
