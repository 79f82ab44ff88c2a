package io.loanflow.platform.input;

import com.fasterxml.jackson.databind.util.StdConverter;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers, Australian unless they begin with +. */
public final class Phones {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String HOME = "AU";
    private static final int LONGEST = 40;

    private Phones() {}

    /** The number as E.164, {@code +61412345678}; a text that is no number as it is. */
    public static String canonical(String text) {
        return read(text).orElse(text);
    }

    static boolean isNumber(String text) {
        return read(text).isPresent();
    }

    private static Optional<String> read(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(Phones::belongs)) {
            return Optional.empty();
        }
        try {
            var number = LIBRARY.parse(text, HOME);
            return LIBRARY.isValidNumber(number)
                    ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The library would look for a number in any text, and take letters for keys and what follows for an extension. */
    private static boolean belongs(int character) {
        return character >= '0' && character <= '9' || "+()./".indexOf(character) >= 0 || Digits.separates(character);
    }

    /** How a phone number is read. */
    static final class Reading extends StdConverter<String, String> {

        @Override
        public String convert(String text) {
            return canonical(text);
        }
    }
}
