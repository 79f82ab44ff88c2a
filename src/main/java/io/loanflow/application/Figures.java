package io.loanflow.application;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries count as figures: what the assessment computes with and what the documents show. Whoever enters them may not
 * approve (four eyes), and changing them starts the assessment again.
 */
final class Figures {

    private static final Set<String> FIGURES = Set.of(
            "loan_amount", "loan_term", "interest_rate", "repayment_frequency", "product", "borrowers", "securities");

    private Figures() {}

    /** Names of the fields that differ; all that are present when there was nothing before. */
    static Set<String> changedFields(@Nullable ApplicationData before, ApplicationData after) {
        var old = before == null ? Map.<String, Object>of() : byName(before);
        var changed = new LinkedHashSet<String>();
        byName(after).forEach((name, value) -> {
            if (!Objects.equals(value, old.get(name))) {
                changed.add(name);
            }
        });
        old.keySet().stream().filter(name -> !byName(after).containsKey(name)).forEach(changed::add);
        return changed;
    }

    static boolean areAmong(Set<String> fields) {
        return fields.stream().anyMatch(FIGURES::contains);
    }

    private static Map<String, Object> byName(ApplicationData data) {
        var values = new LinkedHashMap<String, Object>();
        put(values, "application_type", data.applicationType());
        put(values, "purpose", data.purpose());
        put(
                values,
                "loan_amount",
                data.loanAmount() == null ? null : data.loanAmount().stripTrailingZeros());
        put(values, "loan_term", data.loanTerm());
        put(
                values,
                "interest_rate",
                data.interestRate() == null ? null : data.interestRate().stripTrailingZeros());
        put(values, "repayment_frequency", data.repaymentFrequency());
        put(values, "product", data.product());
        put(values, "estimated_settlement_date", data.estimatedSettlementDate());
        put(values, "capitalised_interest_months", data.capitalisedInterestMonths());
        put(values, "exit_strategy", data.exitStrategy());
        put(values, "broker_id", data.brokerId());
        put(values, "bdm_id", data.bdmId());
        put(values, "borrowers", data.borrowersOrNone());
        put(values, "securities", data.securitiesOrNone());
        put(values, "fund_uses", data.fundUsesOrNone());
        put(values, "solvency", data.solvency());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null && !value.equals(List.of())) {
            values.put(name, value);
        }
    }
}
