package io.loanflow.application;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.workflow.Gate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gates that a model can name on its exits; each bean's name is the gate's. */
@Configuration
class Gates {

    private final LoanApplications applications;

    Gates(LoanApplications applications) {
        this.applications = applications;
    }

    /** Everything is there that an assessment needs. */
    @Bean
    Gate applicationComplete(Completeness completeness) {
        return request -> completeness.missing(find(request.reference()));
    }

    /** No eligibility rule refuses the terms, or somebody takes the responsibility with a reason. */
    @Bean
    Gate eligible(Eligibility eligibility, EnteredTerms terms) {
        return request -> {
            var application = find(request.reference());
            var assessment = eligibility.assess(application, terms.read(application, request.inputs()));
            return request.text(Approvals.OVERRIDE_REASON).isPresent()
                    ? List.of()
                    : assessment.rules().stream()
                            .filter(Assessment.FiredRule::refuses)
                            .map(rule -> new Violation("", rule.rule(), rule.detail()))
                            .toList();
        };
    }

    /** Every security has a value, or a review has valued them together. */
    @Bean
    Gate noValuationOutstanding() {
        return request -> Valuations.isOutstanding(find(request.reference()))
                ? List.of(new Violation(
                        "/securities",
                        "valuation_outstanding",
                        "A security has no value yet; the task Review valuation has to be completed first."))
                : List.of();
    }

    /** Nothing is missing that the approval documents need. */
    @Bean
    Gate termsSufficient(EnteredTerms terms, Completeness completeness) {
        return request -> {
            var application = find(request.reference());
            var reasons = new ArrayList<>(completeness.missing(application));
            var entered = terms.read(application, request.inputs());
            reasons.removeIf(reason -> isInTerms(entered, reason.pointer()));
            return reasons;
        };
    }

    /** Who entered or changed amounts, or reviewed the valuation, does not approve: domain section 2, four eyes. */
    @Bean
    Gate fourEyes() {
        return request -> request.by() != null
                        && applications.hasTouchedFigures(
                                request.reference(), request.by().userId())
                ? List.of(new Violation(
                        "",
                        "four_eyes",
                        "You entered or changed amounts of this application or reviewed its valuation;"
                                + " somebody else has to approve it."))
                : List.of();
    }

    /** Every required item of the settlement checklist is done. */
    @Bean
    Gate checklistDone(Settlement settlement) {
        return request -> settlement.checklist(request.reference()).stream()
                .filter(item -> item.required() && !item.done())
                .map(item -> new Violation(
                        "/checklist/" + item.code(), "checklist_open", "Still to do: " + item.label() + "."))
                .toList();
    }

    /** Every condition of the approval is met. */
    @Bean
    Gate conditionsMet(ApprovalRegister register) {
        return request -> register.newest(request.reference()).stream()
                .flatMap(approval -> approval.conditions().stream())
                .filter(condition -> !condition.met())
                .map(condition -> new Violation(
                        "/conditions/" + condition.id(),
                        "condition_open",
                        "A condition of the approval is not met yet: " + condition.text()))
                .toList();
    }

    private LoanApplication find(String reference) {
        return applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
    }

    private static boolean isInTerms(Terms terms, String pointer) {
        return switch (pointer) {
            case "/loan_amount" -> terms.amount() != null;
            case "/loan_term" -> terms.term() != null;
            case "/interest_rate" -> terms.rate() != null;
            default -> false;
        };
    }
}
