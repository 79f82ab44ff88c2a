package io.loanflow.document.letter;

import io.loanflow.people.Address;
import io.loanflow.platform.Written;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values read in a letter; null stays null. */
final class Wording {

    private static final Map<String, String> WORDS =
            Map.of("smsf", "SMSF", "pty_ltd", "Proprietary limited company", "de_facto", "De facto relationship");

    private Wording() {}

    /** {@code $500,000.00}. */
    static @Nullable String money(@Nullable BigDecimal amount) {
        return amount == null ? null : Written.amount(amount);
    }

    /** {@code 8.95% per annum}. */
    static @Nullable String rate(@Nullable BigDecimal percent) {
        return percent == null ? null : number("0.00##", percent) + "% per annum";
    }

    static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : number("0.##", percent) + "%";
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Written.day(day);
    }

    /** {@code 18 months}, {@code 30 years}. */
    static @Nullable String months(@Nullable Integer months) {
        if (months == null) {
            return null;
        }
        return months >= 24 && months % 12 == 0
                ? months / 12 + " years (" + months + " months)"
                : months + (months == 1 ? " month" : " months");
    }

    /** One of the fixed values of a field: {@code permanent_resident} as {@code Permanent resident}. */
    static @Nullable String word(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        var spaced = value.replace('_', ' ');
        return WORDS.getOrDefault(value, spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1));
    }

    /** {@code 51 824 753 556}. */
    static @Nullable String abn(@Nullable String digits) {
        return digits == null ? null : digits.replaceFirst("(\\d{2})(\\d{3})(\\d{3})(\\d{3})", "$1 $2 $3 $4");
    }

    /** {@code 004 085 616}. */
    static @Nullable String acn(@Nullable String digits) {
        return digits == null ? null : digits.replaceFirst("(\\d{3})(\\d{3})(\\d{3})", "$1 $2 $3");
    }

    /** {@code 0412 345 678}, or as it is when it is from abroad. */
    static @Nullable String phone(@Nullable String number) {
        if (number == null || !number.matches("\\+61\\d{9}")) {
            return number;
        }
        var local = "0" + number.substring(3);
        return local.startsWith("04")
                ? local.replaceFirst("(\\d{4})(\\d{3})(\\d{3})", "$1 $2 $3")
                : local.replaceFirst("(\\d{2})(\\d{4})(\\d{4})", "$1 $2 $3");
    }

    /** In one line, as on an envelope. */
    static @Nullable String address(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        var unit =
                address.unit() == null ? null : address.unit() + (address.unit().matches("\\w{1,6}") ? "/" : ", ");
        var street = joined(" ", address.streetNumber(), address.streetName());
        var town = joined(" ", address.suburb(), address.state(), address.postcode());
        var home = address.country() != null && address.country().matches("(?i)au|aus|australia");
        return joined(", ", joined("", unit, street), town, home ? null : address.country());
    }

    /** What is there of it, with something in between; null when nothing is. */
    static @Nullable String joined(String between, @Nullable String... parts) {
        var text = Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(between));
        return text.isEmpty() ? null : text;
    }

    private static String number(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }
}
