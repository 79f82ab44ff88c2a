package io.loanflow.application;

import io.loanflow.platform.Violation;
import io.loanflow.workflow.Decisions;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bounds of amount, term and rate, which stand in the decision table {@code limitLoan}, a row for each product. */
@Component
class LoanLimits {

    static final String TABLE = "limitLoan";

    private final Decisions decisions;

    LoanLimits(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param prefix pointer of the object that holds the values
     * @param amount in AUD
     * @param term in months
     * @param rate in % a year
     */
    List<Violation> check(
            String prefix,
            @Nullable BigDecimal amount,
            @Nullable Integer term,
            @Nullable BigDecimal rate,
            @Nullable String product) {
        if (amount == null && term == null && rate == null && product == null) {
            return List.of();
        }
        var rows = decisions.decide(TABLE, Collections.singletonMap("product", product));
        var violations = new ArrayList<Violation>();
        if (rows.isEmpty()) {
            violations.add(new Violation(prefix + "/product", "unknown", "There is no product '" + product + "'."));
            rows = decisions.decide(TABLE, Collections.singletonMap("product", null));
        }
        var row = new Row(rows.get(0));
        if (amount != null) {
            checkAmount(prefix + "/loan_amount", amount, row, violations);
        }
        if (term != null) {
            checkTerm(prefix + "/loan_term", term, row, violations);
        }
        if (rate != null) {
            checkRate(prefix + "/interest_rate", rate, row, violations);
        }
        return violations;
    }

    /** The same for an object that calls them amount, term and rate. */
    List<Violation> checkTerms(
            @Nullable BigDecimal amount, @Nullable Integer term, @Nullable BigDecimal rate, @Nullable String product) {
        return check("", amount, term, rate, product).stream()
                .map(violation -> new Violation(
                        violation.pointer().replace("/loan_", "/").replace("/interest_", "/"),
                        violation.code(),
                        violation.detail()))
                .toList();
    }

    private static void checkAmount(String pointer, BigDecimal amount, Row row, List<Violation> violations) {
        if (amount.signum() < 0) {
            violations.add(new Violation(pointer, "negative", "The loan amount cannot be negative."));
        } else if (amount.signum() == 0) {
            violations.add(new Violation(pointer, "not_positive", "The loan amount must be greater than zero."));
        } else if (amount.compareTo(row.number("maxAmount")) > 0) {
            violations.add(new Violation(
                    pointer,
                    "too_large",
                    "The loan amount exceeds the maximum allowed of " + grouped(row.number("maxAmount")) + "."));
        } else if (amount.compareTo(row.number("minAmount")) < 0) {
            violations.add(new Violation(
                    pointer,
                    "too_small",
                    "The loan amount is below the minimum of " + grouped(row.number("minAmount")) + "."));
        }
        checkDecimals(pointer, "The loan amount", amount, 2, violations);
    }

    private static void checkTerm(String pointer, int term, Row row, List<Violation> violations) {
        int least = row.number("minTerm").intValueExact();
        int most = row.number("maxTerm").intValueExact();
        if (term < least || term > most) {
            violations.add(
                    new Violation(pointer, "out_of_range", "The term is from " + least + " to " + most + " months."));
        }
    }

    private static void checkRate(String pointer, BigDecimal rate, Row row, List<Violation> violations) {
        if (rate.signum() < 0) {
            violations.add(new Violation(pointer, "negative", "The rate cannot be negative."));
        } else if (rate.signum() == 0 && !row.isTrue("zeroRateAllowed")) {
            violations.add(new Violation(
                    pointer, "not_positive", "The rate must be greater than zero, but for products without interest."));
        } else if (rate.compareTo(row.number("maxRate")) > 0) {
            violations.add(new Violation(
                    pointer,
                    "too_large",
                    "The rate exceeds the maximum allowed of " + grouped(row.number("maxRate")) + " % a year."));
        }
        checkDecimals(pointer, "The rate", rate, 4, violations);
    }

    private static void checkDecimals(
            String pointer, String what, BigDecimal value, int most, List<Violation> violations) {
        if (value.stripTrailingZeros().scale() > most) {
            violations.add(new Violation(pointer, "too_precise", what + " has at most " + most + " decimals."));
        }
    }

    private static String grouped(BigDecimal value) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value);
    }

    private record Row(Map<String, Object> outputs) {

        BigDecimal number(String name) {
            return new BigDecimal(String.valueOf(outputs.get(name)));
        }

        boolean isTrue(String name) {
            return Boolean.TRUE.equals(outputs.get(name));
        }
    }
}
