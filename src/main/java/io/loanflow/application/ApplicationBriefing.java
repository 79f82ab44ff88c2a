package io.loanflow.application;

import io.loanflow.people.Bdm;
import io.loanflow.people.Bdms;
import io.loanflow.people.Broker;
import io.loanflow.people.Brokers;
import io.loanflow.people.Party;
import io.loanflow.platform.Violation;
import io.loanflow.platform.Written;
import io.loanflow.workflow.Briefing;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of an application's tasks show: who, how much, and what still stands in the way. */
@Component
class ApplicationBriefing implements Briefing {

    private final LoanApplications applications;
    private final Brokers brokers;
    private final Bdms bdms;
    private final Completeness completeness;
    private final Eligibility eligibility;
    private final ApprovalRegister approvals;
    private final Settlement settlement;

    ApplicationBriefing(
            LoanApplications applications,
            Brokers brokers,
            Bdms bdms,
            Completeness completeness,
            Eligibility eligibility,
            ApprovalRegister approvals,
            @org.springframework.context.annotation.Lazy Settlement settlement) {
        this.applications = applications;
        this.brokers = brokers;
        this.bdms = bdms;
        this.completeness = completeness;
        this.eligibility = eligibility;
        this.approvals = approvals;
        this.settlement = settlement;
    }

    @Override
    public Map<String, Object> of(String reference, Set<String> wanted) {
        var application = applications.find(reference).orElse(null);
        if (application == null) {
            return Map.of();
        }
        var shown = new HashMap<String, Object>();
        texts(application).forEach((key, text) -> {
            if (wanted.contains(key)) {
                shown.put(key, text.get());
            }
        });
        if (wanted.contains("checklist")) {
            settlement.checklist(reference).forEach(item -> shown.put(item.code(), item.done()));
        }
        return shown;
    }

    private Map<String, Supplier<String>> texts(LoanApplication application) {
        var data = application.data();
        var texts = new HashMap<String, Supplier<String>>();
        texts.put("reference", application::reference);
        texts.put("borrowers", () -> names(application.borrowers()));
        texts.put(
                "broker", () -> brokers.find(data.brokerId()).map(Broker::name).orElse("none"));
        texts.put("bdm", () -> bdms.find(data.bdmId()).map(Bdm::name).orElse("none"));
        texts.put("applicationType", () -> orNotGiven(data.applicationType()));
        texts.put("purpose", () -> orNotGiven(data.purpose()));
        texts.put("loanAmount", () -> money(data.loanAmount()));
        texts.put("loanTerm", () -> data.loanTerm() == null ? "not given" : data.loanTerm() + " months");
        texts.put(
                "interestRate",
                () -> data.interestRate() == null
                        ? "not given"
                        : data.interestRate().stripTrailingZeros().toPlainString() + " % a year");
        texts.put("repaymentFrequency", () -> orNotGiven(data.repaymentFrequency()));
        texts.put(
                "securities",
                () -> lines(
                        data.securitiesOrNone().stream()
                                .map(ApplicationBriefing::security)
                                .toList(),
                        "none"));
        texts.put(
                "missing",
                () -> lines(
                        completeness.missing(application).stream()
                                .map(Violation::detail)
                                .toList(),
                        "nothing"));
        texts.put("eligibility", () -> eligibility(application));
        texts.put("conditions", () -> conditions(application.reference()));
        texts.put("checklist", () -> checklist(application.reference()));
        texts.put(
                "expiresOn",
                () -> approvals
                        .newest(application.reference())
                        .map(approval -> approval.expiry().toString())
                        .orElse("not approved"));
        return texts;
    }

    private String eligibility(LoanApplication application) {
        var assessment = eligibility.assess(application, Terms.asAppliedFor(application));
        var inputs = assessment.inputs();
        var figures = "Income " + money(inputs.get("annual_income")) + " a year, expenses "
                + money(inputs.get("monthly_expenses")) + " and debt payments "
                + money(inputs.get("monthly_debt_payments")) + " a month\nNew repayment "
                + money(inputs.get("monthly_repayment")) + " a month, security value "
                + money(inputs.get("security_value"));
        var ratios = "Debt to income " + number(assessment.dti()) + ", serviceability "
                + number(assessment.serviceability()) + ", loan to value " + number(assessment.lvr()) + " %";
        var rules = assessment.rules().stream()
                .map(rule -> ("refuse".equals(rule.severity()) ? "Refused by " : "Warning by ") + rule.rule() + ": "
                        + rule.detail())
                .toList();
        return figures + "\n" + ratios + "\n" + lines(rules, "No rule objects.");
    }

    private String conditions(String reference) {
        return lines(
                approvals.newest(reference).stream()
                        .flatMap(approval -> approval.conditions().stream())
                        .map(condition -> (condition.met() ? "Met: " : "Open: ") + condition.text())
                        .toList(),
                "none");
    }

    private String checklist(String reference) {
        return lines(
                settlement.checklist(reference).stream()
                        .map(item -> (item.done() ? "Done: " : "Open: ") + item.label())
                        .toList(),
                "nothing to do");
    }

    private static String security(SecurityData security) {
        var address = security.address();
        var where = address == null
                ? "no address"
                : java.util.stream.Stream.of(
                                address.streetNumber(), address.streetName(), address.suburb(), address.state())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(" "));
        return orNotGiven(security.propertyType()) + ", " + where + ", value " + money(security.estimatedValue());
    }

    private static String names(List<Party> borrowers) {
        return borrowers.isEmpty()
                ? "none"
                : borrowers.stream()
                        .map(borrower -> borrower.data().displayName())
                        .map(name -> name.isBlank() ? "(no name yet)" : name)
                        .collect(Collectors.joining(", "));
    }

    private static String lines(List<String> lines, String whenNone) {
        return lines.isEmpty() ? whenNone : String.join("\n", lines);
    }

    private static String orNotGiven(@Nullable String text) {
        return text == null ? "not given" : text;
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null ? "unknown" : value.stripTrailingZeros().toPlainString();
    }

    private static String money(@Nullable BigDecimal amount) {
        return amount == null ? "not given" : Written.amount(amount);
    }
}
