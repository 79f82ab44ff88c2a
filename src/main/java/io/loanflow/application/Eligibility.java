package io.loanflow.application;

import io.loanflow.people.Finances;
import io.loanflow.people.Party;
import io.loanflow.people.PartyData;
import io.loanflow.workflow.Decisions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes the ratios of domain section 6 and asks the table {@code assessEligibility} which rules they break. */
@Component
class Eligibility {

    static final String TABLE = "assessEligibility";
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Decisions decisions;
    private final Finances finances;

    Eligibility(Decisions decisions, Finances finances) {
        this.decisions = decisions;
        this.finances = finances;
    }

    /** @param terms the terms to approve, which may differ from what was applied for */
    Assessment assess(LoanApplication application, Terms terms) {
        var income = sum(application, PartyData::annualIncome).add(sum(application, PartyData::otherAnnualIncome));
        var expenses = sum(application, PartyData::monthlyExpenses);
        var debtPayments =
                application.earners().stream().map(finances::monthlyPayments).reduce(BigDecimal.ZERO, BigDecimal::add);
        var repayment = monthlyRepayment(application, terms);
        var securityValue = securityValue(application);

        var inputs = new LinkedHashMap<String, BigDecimal>();
        inputs.put("annual_income", income);
        inputs.put("monthly_expenses", expenses);
        inputs.put("monthly_debt_payments", debtPayments);
        put(inputs, "loan_amount", terms.amount());
        put(inputs, "loan_term", terms.term() == null ? null : BigDecimal.valueOf(terms.term()));
        put(inputs, "interest_rate", terms.rate());
        put(inputs, "monthly_repayment", repayment);
        inputs.put("security_value", securityValue);

        var left = income.subtract(expenses.add(debtPayments).multiply(MONTHS));
        var dti = ratio(debtPayments.multiply(MONTHS), income, RoundingMode.CEILING);
        var serviceability = repayment == null ? null : ratio(left, repayment.multiply(MONTHS), RoundingMode.FLOOR);
        var lvr = terms.amount() == null
                ? null
                : ratio(terms.amount().multiply(HUNDRED), securityValue, RoundingMode.CEILING);
        return new Assessment(inputs, dti, serviceability, lvr, fired(dti, serviceability, lvr));
    }

    private List<Assessment.FiredRule> fired(
            @Nullable BigDecimal dti, @Nullable BigDecimal serviceability, @Nullable BigDecimal lvr) {
        var ratios = new HashMap<String, @Nullable Double>();
        ratios.put("dti", number(dti));
        ratios.put("serviceability", number(serviceability));
        ratios.put("lvr", number(lvr));
        return decisions.decide(TABLE, ratios).stream()
                .map(row -> new Assessment.FiredRule(
                        String.valueOf(row.get("rule")),
                        String.valueOf(row.get("severity")),
                        String.valueOf(row.get("detail"))))
                .toList();
    }

    private static @Nullable BigDecimal monthlyRepayment(LoanApplication application, Terms terms) {
        var frequency = application.data().repaymentFrequency();
        if (terms.amount() == null || terms.term() == null || terms.rate() == null || frequency == null) {
            return null;
        }
        return Repayment.perMonth(terms.amount(), terms.rate(), terms.term(), frequency);
    }

    static BigDecimal securityValue(LoanApplication application) {
        var valuation = application.valuation();
        return valuation != null
                ? valuation.amount()
                : application.data().securitiesOrNone().stream()
                        .map(SecurityData::estimatedValue)
                        .filter(value -> value != null)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(LoanApplication application, Function<PartyData, @Nullable BigDecimal> figure) {
        return application.earners().stream()
                .map(Party::data)
                .map(figure)
                .filter(value -> value != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Null where there is nothing to divide by: the table names that as a reason of its own. Rounded towards refusal, so that
     * nothing beyond a bound is rounded back to it.
     */
    private static @Nullable BigDecimal ratio(BigDecimal value, BigDecimal by, RoundingMode towardsRefusal) {
        return by.signum() <= 0 ? null : value.divide(by, 4, towardsRefusal);
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    private static void put(LinkedHashMap<String, BigDecimal> inputs, String name, @Nullable BigDecimal value) {
        if (value != null) {
            inputs.put(name, value);
        }
    }
}
