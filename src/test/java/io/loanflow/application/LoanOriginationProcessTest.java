package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.platform.Violation;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Servicing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through {@code loanOrigination.bpmn}; the model coverage asserts that none is left out. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class LoanOriginationProcessTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final Lending lending;

    @Autowired
    LoanOriginationProcessTest(ApplicationContext context) {
        this.lending = new Lending(context);
    }

    private Loan loan;

    @BeforeEach
    void handInAnApplication() {
        loan = lending.aLoan().isIn("inquiry").waitsAt("Activity_CompleteInquiry");
    }

    @Test
    void goesFromInquiryToClosed() {
        loan.movedBy("broker", "processing").isIn("processing").waitsAt("Activity_DecideCredit");
        loan.movedBy("credit", "approved").isIn("approved").waitsAt();
        loan.movedBy("bd", "settlement")
                .isIn("settlement")
                .waitsAt("Activity_SettlementChecklist", "Activity_ConfirmFunding");
        loan.finishChecklist().movedBy("accounts", "funded").isIn("funded").waitsAt();
        assertThat(loan.refuses("accounts", "closed", null).violations())
                .extracting(Violation::code)
                .containsExactly("still_owed");
        new Servicing(lending, loan).paysOut();
        loan.isIn("closed");

        assertThat(loan.history())
                .containsExactly("inquiry", "processing", "approved", "settlement", "funded", "closed");
    }

    @Test
    void goesTheSameWayByItsTasks() {
        loan.completes("bd", "Activity_CompleteInquiry", Map.of()).isIn("processing");
        loan.completes("credit", "Activity_DecideCredit", Map.of("decision", "approve"))
                .isIn("approved");
        loan.movedBy("bd", "settlement")
                .completes("bd", "Activity_SettlementChecklist", ticks(loan))
                .isIn("settlement")
                .waitsAt("Activity_ConfirmFunding");
        loan.completes("accounts", "Activity_ConfirmFunding", Map.of()).isIn("funded");
    }

    @Test
    void bringsTheChecklistBackUntilItIsDone() {
        loan.reaches("settlement")
                .completes("bd", "Activity_SettlementChecklist", Map.of())
                .waitsAt("Activity_SettlementChecklist", "Activity_ConfirmFunding");
    }

    @Test
    void returnsFromProcessingToInquiryByMessageAndByDecision() {
        loan.reaches("processing")
                .movedBy("bd", "inquiry", "payslips are missing")
                .isIn("inquiry");
        loan.movedBy("broker", "processing")
                .completes(
                        "credit",
                        "Activity_DecideCredit",
                        Map.of("decision", "return", "reason", "payslips are missing"))
                .isIn("inquiry");
    }

    @Test
    void returnsFromProcessingToInquiryWhileTheValuationIsOutstanding() {
        var unvalued = unvalued();

        unvalued.movedBy("broker", "processing").waitsAt("Activity_ReviewValuation");
        unvalued.movedBy("bd", "inquiry", "the security is another one").isIn("inquiry");
    }

    @Test
    void declinesByDecision() {
        loan.reaches("processing")
                .completes("credit", "Activity_DecideCredit", Map.of("decision", "decline", "reason", "too risky"))
                .isIn("declined");
    }

    @ParameterizedTest
    @CsvSource({"inquiry", "processing", "approved", "settlement"})
    void declinesFromEveryOpenStageAndReopens(String stage) {
        loan.reaches(stage).movedBy("bd", "declined", "out of policy").isIn("declined");
        loan.movedBy("admin", "inquiry", "a mistake").isIn("inquiry").waitsAt("Activity_CompleteInquiry");
    }

    @ParameterizedTest
    @CsvSource({"inquiry", "processing", "approved", "settlement"})
    void withdrawsFromEveryOpenStageAndReopens(String stage) {
        loan.reaches(stage)
                .movedBy("broker", "withdrawn", "found another lender")
                .isIn("withdrawn");
        loan.movedBy("admin", "inquiry", "back again").isIn("inquiry");
    }

    @Test
    void asksForAValuationWhenASecurityHasNoValue() {
        var unvalued = unvalued();

        unvalued.movedBy("broker", "processing").waitsAt("Activity_ReviewValuation");
        unvalued.completes("bd", "Activity_ReviewValuation", Map.of("valuationAmount", "950000"))
                .waitsAt("Activity_DecideCredit");
    }

    @Test
    void assessesAgainWhenFiguresChangeWhileItIsDecided() {
        loan.reaches("processing");
        var before = loan.task("Activity_DecideCredit").id();

        loan.patched("bd", "{\"loan_amount\": 410000}").isIn("processing").waitsAt("Activity_DecideCredit");

        assertThat(loan.task("Activity_DecideCredit").id()).isNotEqualTo(before);
        assertThat(loan.shownAt("Activity_DecideCredit")).containsEntry("loanAmount", "$410,000.00");
    }

    @Test
    void dropsTheValuationWhenTheValuesAreEntered() {
        var unvalued = unvalued();
        unvalued.movedBy("broker", "processing").waitsAt("Activity_ReviewValuation");

        unvalued.patched("bd", "{\"securities\": [{\"property_type\": \"land\", \"estimated_value\": 900000}]}")
                .waitsAt("Activity_DecideCredit");
    }

    @Test
    void returnsToProcessingWhenTheApprovalExpires() {
        loan.reaches("processing")
                .approvedOn("{\"expiry\": \"" + LocalDate.now(SYDNEY).plusDays(10) + "\"}", null);

        var endOfLastDay = LocalDate.now(SYDNEY).plusDays(11).atStartOfDay(SYDNEY);
        assertThat(loan.timerOf("Event_ApprovalExpired")).isEqualTo(Date.from(endOfLastDay.toInstant()));
        loan.timerFires("Event_ApprovalExpired").isIn("processing").waitsAt("Activity_DecideCredit");
    }

    @Test
    void givesAnApprovalThirtyDaysWhenNobodySaysOtherwise() {
        loan.reaches("approved");

        var endOfLastDay = LocalDate.now(SYDNEY).plusDays(31).atStartOfDay(SYDNEY);
        assertThat(loan.timerOf("Event_ApprovalExpired")).isEqualTo(Date.from(endOfLastDay.toInstant()));
    }

    @Test
    void returnsFromApprovedToProcessingByHand() {
        loan.reaches("approved")
                .movedBy("credit", "processing", "conditions changed")
                .isIn("processing");
    }

    @Test
    void returnsFromApprovedToProcessingWhenTheTermsChange() {
        loan.reaches("approved").patched("bd", "{\"loan_amount\": 420000}").isIn("processing");
        assertThat(lending.database()
                        .sql("select reason from stage_history where reference = ? order by id desc limit 1")
                        .param(loan.reference())
                        .query(String.class)
                        .single())
                .isEqualTo("The figures were changed.");
    }

    @Test
    void staysApprovedWhenOnlyThePurposeChanges() {
        loan.reaches("approved")
                .patched("bd", "{\"purpose\": \"a house to rent out\"}")
                .isIn("approved");
    }

    @Test
    void returnsFromSettlementToApproved() {
        loan.reaches("settlement")
                .movedBy("bd", "approved", "a document is wrong")
                .isIn("approved");
        loan.movedBy("bd", "settlement").isIn("settlement");
    }

    @ParameterizedTest
    @CsvSource({
        "inquiry, processing, client",
        "inquiry, processing, credit",
        "processing, approved, bd",
        "processing, approved, broker",
        "processing, inquiry, broker",
        "approved, settlement, credit",
        "approved, settlement, accounts",
        "approved, processing, bd",
        "settlement, funded, bd",
        "settlement, funded, credit",
        "settlement, approved, accounts",
        "funded, closed, bd",
        "inquiry, declined, broker",
        "declined, inquiry, credit",
        "withdrawn, inquiry, bd",
    })
    void letsOnlyTheRightPeopleMove(String from, String to, String group) {
        loan.reaches(from);
        int expected = group.equals("client")
                        || (group.equals("accounts") && !loan.history().contains("approved"))
                ? 404
                : 403;
        assertThat(loan.refuses(group, to, "because").status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "processing, inquiry, credit",
        "approved, processing, credit",
        "settlement, approved, bd",
        "inquiry, declined, bd",
        "inquiry, withdrawn, broker",
        "declined, inquiry, admin",
        "withdrawn, inquiry, admin",
    })
    void asksForAReasonWhereTheModelWantsOne(String from, String to, String group) {
        loan.reaches(from);
        for (var reason : new String[] {null, "   "}) {
            var refusal = loan.refuses(group, to, reason);
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.violations()).extracting(Violation::code).containsExactly("reason_needed");
        }
    }

    @Test
    void aDecisionWithoutItsReasonIsRefusedInTheFormToo() {
        loan.reaches("processing");
        for (var decision : new String[] {"return", "decline"}) {
            var refusal = loan.refusesCompletion("credit", "Activity_DecideCredit", Map.of("decision", decision));
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.violations()).extracting(Violation::pointer).containsExactly("/reason");
        }
        assertThat(loan.refusesCompletion("credit", "Activity_DecideCredit", Map.of("decision", "maybe"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"inquiry, closed", "inquiry, approved", "processing, funded", "approved, closed", "closed, inquiry"})
    void refusesEveryJump(String from, String to) {
        loan.reaches(from);
        var refusal = loan.refuses("admin", to, "because");

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.detail()).contains("'" + from + "'").contains("'" + to + "'");
        assertThat(refusal.extras()).containsEntry("stage", from).containsKey("transitions");
    }

    @Test
    void askingForThePresentStageChangesNothing() {
        loan.reaches("processing");
        var before = snapshot();

        loan.movedBy("broker", "processing");

        assertThat(snapshot()).isEqualTo(before);
    }

    private Map<String, Object> snapshot() {
        var rows = new HashMap<String, Object>();
        for (var table : new String[] {"application", "stage_history", "event_log"}) {
            rows.put(table, count(table));
        }
        rows.put("version", version());
        return rows;
    }

    private long count(String table) {
        return jdbc().sql("select count(*) from " + table + " where reference = ?")
                .param(loan.reference())
                .query(Long.class)
                .single();
    }

    private long version() {
        return jdbc().sql("select version from application where reference = ?")
                .param(loan.reference())
                .query(Long.class)
                .single();
    }

    private JdbcClient jdbc() {
        return lending.database();
    }

    private Map<String, Object> ticks(Loan of) {
        var ticks = new HashMap<String, Object>();
        lending.checklist(of).forEach(code -> ticks.put(code, true));
        return ticks;
    }

    private Loan unvalued() {
        return lending.aLoan(application -> {
            application.withArray("/securities").addObject().put("property_type", "land");
            return application;
        });
    }
}
