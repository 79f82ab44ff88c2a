package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.loanflow.identity.Viewer;
import io.loanflow.people.Finances;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.PlainReader;
import io.loanflow.workflow.Gate;
import io.loanflow.workflow.GateRequest;
import io.loanflow.workflow.ShippedTables;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class GatesTest {

    private static final Viewer SOMEBODY = new Viewer("somebody", Set.of("credit"));

    private final LoanApplications applications = mock(LoanApplications.class);
    private final Finances finances = mock(Finances.class);
    private final Gates gates = new Gates(applications);
    private final ShippedTables tables = new ShippedTables();
    private final Completeness completeness = new Completeness(tables);
    private final EnteredTerms terms = new EnteredTerms(PlainReader.get(), new LoanLimits(tables), Clock.systemUTC());

    GatesTest() {
        when(finances.monthlyPayments(any())).thenReturn(BigDecimal.ZERO);
        is("{}");
    }

    @Test
    void letsACompleteApplicationOnAndNamesWhatAnotherLacks() {
        var gate = gates.applicationComplete(completeness);
        assertThat(ask(gate)).isEmpty();

        is("{\"purpose\": null, \"loan_term\": null}");
        assertThat(ask(gate)).extracting(Violation::pointer).containsExactly("/purpose", "/loan_term");
    }

    @Test
    void refusesWhatIsNotEligibleUnlessSomebodyTakesTheResponsibility() {
        var gate = gates.eligible(new Eligibility(tables, finances), terms);
        assertThat(ask(gate)).isEmpty();

        is("{\"loan_amount\": 1000000.01, \"borrowers\": null}");
        assertThat(ask(gate))
                .extracting(Violation::code)
                .containsExactly("no_income", "serviceability_too_low", "lvr_too_high");
        assertThat(ask(gate))
                .allMatch(one -> one.pointer().isEmpty() && one.detail().endsWith("."));
        assertThat(ask(gate, Map.of("overrideReason", "Old friend"))).isEmpty();
        assertThat(ask(gate, Map.of("overrideReason", "  "))).hasSize(3);
    }

    @Test
    void letsAWarningPass() {
        is("{\"loan_amount\": 900000, \"interest_rate\": 0.5}");
        assertThat(ask(gates.eligible(new Eligibility(tables, finances), terms)))
                .isEmpty();
    }

    @Test
    void assessesTheTermsThatAreEntered() {
        var gate = gates.eligible(new Eligibility(tables, finances), terms);
        assertThat(ask(gate, Map.of("termsAmount", "1000000.01")))
                .extracting(Violation::code)
                .containsExactly("lvr_too_high");
    }

    @Test
    void refusesTermsThatAreNoneEvenWithAnOverride() {
        var gate = gates.eligible(new Eligibility(tables, finances), terms);
        var problem = catchThrowableOfType(
                Problem.class, () -> ask(gate, Map.of("termsAmount", "-1", "overrideReason", "Please")));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations()).extracting(Violation::pointer).containsExactly("/terms/amount");
    }

    @Test
    void waitsForAValuationOfEverySecurity() {
        var gate = gates.noValuationOutstanding();
        assertThat(ask(gate)).isEmpty();

        is("{\"securities\": [{\"estimated_value\": 1}, {\"property_type\": \"land\"}]}");
        assertThat(ask(gate)).extracting(Violation::code).containsExactly("valuation_outstanding");
        assertThat(ask(gate)).extracting(Violation::pointer).containsExactly("/securities");

        var valued = Scenario.of("{\"securities\": [{\"property_type\": \"land\"}]}", BigDecimal.TEN);
        when(applications.find(Scenario.REFERENCE)).thenReturn(Optional.of(valued));
        assertThat(ask(gate)).isEmpty();
    }

    @Test
    void takesForGivenWhatTheTermsSay() {
        var gate = gates.termsSufficient(terms, completeness);
        assertThat(ask(gate)).isEmpty();

        is("{\"loan_amount\": null, \"loan_term\": null, \"interest_rate\": null, \"purpose\": null}");
        assertThat(pointers(gate, Map.of()))
                .containsExactly("/purpose", "/loan_amount", "/loan_term", "/interest_rate");
        assertThat(pointers(gate, Map.of("termsAmount", 500000)))
                .containsExactly("/purpose", "/loan_term", "/interest_rate");
        assertThat(pointers(gate, Map.of("termsTerm", 12)))
                .containsExactly("/purpose", "/loan_amount", "/interest_rate");
        assertThat(pointers(gate, Map.of("termsRate", "5"))).containsExactly("/purpose", "/loan_amount", "/loan_term");
    }

    @Test
    void wantsAnotherPairOfEyes() {
        var gate = gates.fourEyes();
        assertThat(ask(gate)).isEmpty();

        when(applications.hasTouchedFigures(Scenario.REFERENCE, "somebody")).thenReturn(true);
        assertThat(ask(gate)).extracting(Violation::code).containsExactly("four_eyes");
        assertThat(gate.reasonsAgainst(new GateRequest(Scenario.REFERENCE, new Viewer("else", Set.of()), Map.of())))
                .isEmpty();
        assertThat(gate.reasonsAgainst(new GateRequest(Scenario.REFERENCE, null, Map.of())))
                .isEmpty();
    }

    @Test
    void waitsForWhatTheChecklistRequires() {
        var settlement = mock(Settlement.class);
        when(settlement.checklist(Scenario.REFERENCE))
                .thenReturn(List.of(
                        new Settlement.Item("done", "Done", true, true),
                        new Settlement.Item("open", "Open", true, false),
                        new Settlement.Item("good", "Good to have", false, false)));

        assertThat(ask(gates.checklistDone(settlement)))
                .containsExactly(new Violation("/checklist/open", "checklist_open", "Still to do: Open."));
    }

    @Test
    void waitsForTheConditionsOfTheNewestApproval() {
        var register = mock(ApprovalRegister.class);
        var gate = gates.conditionsMet(register);
        when(register.newest(anyString())).thenReturn(Optional.empty());
        assertThat(ask(gate)).isEmpty();

        when(register.newest(Scenario.REFERENCE)).thenReturn(Optional.of(approval(true, false)));
        assertThat(ask(gate))
                .containsExactly(new Violation(
                        "/conditions/1", "condition_open", "A condition of the approval is not met yet: Number 1"));
    }

    @Test
    void knowsNothingOfAnAbsentApplication() {
        when(applications.find(anyString())).thenReturn(Optional.empty());
        for (var gate : List.of(gates.applicationComplete(completeness), gates.noValuationOutstanding())) {
            assertThat(catchThrowableOfType(Problem.class, () -> ask(gate)).status())
                    .isEqualTo(404);
        }
    }

    private static Approval approval(@Nullable Boolean... met) {
        var conditions = java.util.stream.IntStream.range(0, met.length)
                .mapToObj(at -> new Approval.Condition(at, "Number " + at, met[at], null, null))
                .toList();
        return new Approval(
                BigDecimal.TEN, 12, BigDecimal.ONE, LocalDate.EPOCH, null, "somebody", Instant.EPOCH, conditions);
    }

    private void is(String patch) {
        when(applications.find(Scenario.REFERENCE)).thenReturn(Optional.of(Scenario.of(patch)));
    }

    private static List<Violation> ask(Gate gate) {
        return ask(gate, Map.of());
    }

    private static List<Violation> ask(Gate gate, Map<String, Object> inputs) {
        return gate.reasonsAgainst(new GateRequest(Scenario.REFERENCE, SOMEBODY, inputs));
    }

    private static List<String> pointers(Gate gate, Map<String, Object> inputs) {
        return ask(gate, inputs).stream().map(Violation::pointer).toList();
    }
}
