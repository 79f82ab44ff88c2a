package io.loanflow.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How amounts and days are written for people, in forms, messages and letters. */
public final class Written {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final String AMOUNT = "$#,##0.00";

    private Written() {}

    /** {@code $500,000.00}; less than nothing with a minus sign in front. */
    public static String amount(BigDecimal dollars) {
        return new DecimalFormat(AMOUNT, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                .format(dollars.setScale(2, RoundingMode.HALF_UP))
                .replace("-$", "\u2212$");
    }

    /** {@code 3 July 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
