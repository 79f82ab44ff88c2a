package io.loanflow.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of the eligibility rules.
 *
 * @param inputs the figures it was computed from, by name; AUD, months and % a year
 * @param dti yearly debt payments by yearly income, null without income
 * @param serviceability what is left a month by the new repayment, null without a repayment
 * @param lvr amount by security value in %, null without a security value
 * @param rules the rules that fired
 */
public record Assessment(
        Map<String, BigDecimal> inputs,
        @Nullable BigDecimal dti,
        @Nullable BigDecimal serviceability,
        @Nullable BigDecimal lvr,
        List<FiredRule> rules) {

    /**
     * A rule that fired.
     *
     * @param severity {@code refuse} or {@code warn}
     */
    public record FiredRule(String rule, String severity, String detail) {

        boolean refuses() {
            return "refuse".equals(severity);
        }
    }

    /** True when no rule refuses. */
    @JsonProperty
    public boolean eligible() {
        return rules.stream().noneMatch(FiredRule::refuses);
    }
}
