package io.loanflow.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MovableClock;
import io.loanflow.testing.Servicing;
import io.loanflow.workflow.Tasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every way through {@code loanServicing.bpmn} and {@code instalmentCollection.bpmn}. */
@LoanflowIT
@Tag("service")
class LoanServicingProcessTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @Autowired
    ApplicationContext context;

    @Autowired
    RuntimeService runtime;

    private Lending lending;
    private Loan loan;
    private Servicing money;

    @BeforeEach
    void fundALoanOfAYear() {
        lending = new Lending(context);
        loan = lending.aFundedLoan(
                application -> application.put("loan_amount", 24000).put("loan_term", 12));
        money = new Servicing(lending, loan);
    }

    @AfterEach
    void comeBackToToday() {
        MovableClock.reset();
    }

    /** With the whole way to the funding, so with fees. */
    @Test
    void paysALoanOfTwelveInstalmentsDownToTheEnd() {
        loan = lending.aLoan(
                        application -> application.put("loan_amount", 24000).put("loan_term", 12))
                .reaches("funded");
        money = new Servicing(lending, loan);
        money.fees(Fee.UNPAID).forEach(money::paysFee);
        var expected = new ArrayList<String>();
        var lines = List.copyOf(money.instalments());
        var last = lines.get(11);
        for (var line : lines) {
            money.on(line.dueDate().minusDays(8)).on(line.dueDate().minusDays(7));
            if (line.equals(last)) {
                expected.addAll(List.of(maturity("borrower", last), maturity("bd", last), maturity("accounts", last)));
            }
            expected.add("borrower: " + money(line) + " is to be paid by " + day(line));
            assertThat(money.collected()).containsExactly(line.id());
            loan.isIn("funded");
            money.on(line.dueDate()).pays(line.amount());
        }

        assertThat(money.told()).containsExactlyInAnyOrderElementsOf(expected);
        loan.isIn("closed");
        assertThat(money.watching()).isEmpty();
        assertThat(money.ledger()).last().extracting(LedgerEntry::balance).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void remindsTwiceAndThenReportsArrears() {
        var first = money.instalments().get(0);
        money.on(first.dueDate().minusDays(7)).on(first.dueDate().plusDays(2));
        assertThat(money.told()).hasSize(1);
        money.on(first.dueDate().plusDays(3));
        assertThat(money.told())
                .hasSize(2)
                .last()
                .isEqualTo("borrower: " + money(first) + " is overdue since " + day(first));
        money.on(first.dueDate().plusDays(6));
        assertThat(money.told()).hasSize(2);
        money.on(first.dueDate().plusDays(7));
        assertThat(money.told())
                .hasSize(3)
                .last()
                .isEqualTo("borrower: Second reminder: " + money(first) + " is overdue since " + day(first));
        assertThat(money.arrearsTasks()).isZero();
        money.on(first.dueDate().plusDays(9));
        assertThat(money.told()).hasSize(3);
        money.on(first.dueDate().plusDays(10));

        var arrears = "Loan " + loan.reference() + " is in arrears with instalment 1";
        assertThat(money.told().subList(3, 5)).containsExactlyInAnyOrder("bd: " + arrears, "accounts: " + arrears);
        assertThat(money.arrearsTasks()).isOne();
        assertThat(money.collected()).isEmpty();
        assertThat(money.instalments().get(0).status(money.today())).isEqualTo("in_arrears");
        money.on(first.dueDate().plusDays(20));
        assertThat(money.told()).hasSize(5);
    }

    @Test
    void thePaymentEndsTheReminders() {
        var first = money.instalments().get(0);
        for (long days : List.of(-7, 0, 3, 7)) {
            var other = new Servicing(lending, another());
            other.on(first.dueDate().plusDays(days));
            var told = other.told().size();
            other.pays(first.amount());
            assertThat(other.collected()).isEmpty();
            other.on(first.dueDate().plusDays(15));
            assertThat(other.told())
                    .as("paid " + days + " days after the due date")
                    .hasSize(told);
            assertThat(other.arrearsTasks()).isZero();
        }
    }

    @Test
    void aPaymentOfAPartEndsNothing() {
        var first = money.instalments().get(0);
        money.on(first.dueDate()).pays("100.00");
        assertThat(money.collected()).containsExactly(first.id());
        money.on(first.dueDate().plusDays(10));
        assertThat(money.told()).hasSize(5);
        assertThat(money.told().get(1))
                .contains(money(first.amount().subtract(new BigDecimal("100.00"))) + " is overdue");
    }

    @Test
    void whatIsPaidInAdvanceIsNotCollected() {
        var lines = money.instalments();
        money.pays(lines.get(0).amount().add(lines.get(1).amount()));
        money.on(lines.get(2).dueDate().minusDays(8));
        assertThat(money.told()).isEmpty();
        money.on(lines.get(2).dueDate().minusDays(7));
        assertThat(money.told()).hasSize(1);
    }

    @Test
    void asksAccountsOnceHoweverManyInstalmentsAreLate() {
        var lines = money.instalments();
        money.on(lines.get(0).dueDate().plusDays(10)).on(lines.get(1).dueDate().plusDays(10));
        assertThat(money.arrearsTasks()).isOne();
        assertThat(shown()).contains("Instalment 1", "Instalment 2");

        handle();
        assertThat(money.arrearsTasks()).isZero();
        assertThat(audited()).isOne();
        money.on(lines.get(2).dueDate().plusDays(10));
        assertThat(money.arrearsTasks()).as("asked again for the next").isOne();

        money.pays(lines.get(0).amount().add(lines.get(1).amount()));
        assertThat(money.arrearsTasks()).as("one is still late").isOne();
        money.pays(lines.get(2).amount());
        assertThat(money.arrearsTasks()).isZero();
        loan.isIn("funded");
    }

    @Test
    void aReversalWatchesAgainAndTellsNothingTwice() {
        var first = money.instalments().get(0);
        money.on(first.dueDate().plusDays(3));
        var payment = money.pays(first.amount());
        money.on(first.dueDate().plusDays(5));
        assertThat(money.told()).hasSize(2);
        money.reverses(payment);
        money.firesWhatIsDue();

        assertThat(money.collected()).containsExactly(first.id());
        assertThat(money.told()).hasSize(2);
        money.on(first.dueDate().plusDays(7));
        assertThat(money.told()).hasSize(3);
        money.on(first.dueDate().plusDays(10));
        assertThat(money.arrearsTasks()).isOne();
    }

    /** A fee is left, so the loan does not close with the payment that settles it. */
    @Test
    void aReversedPayoutBringsTheScheduleBack() {
        money.byTheCashier(() -> money.bean(FeeCharges.class)
                .raise(
                        loan.reference(),
                        new Fee.New("other", "Copies", new BigDecimal("20.00"), money.today(), false),
                        money.cashier()));
        var lines = money.instalments();
        money.on(lines.get(1).dueDate().minusDays(3));
        var told = money.told();
        var before = money.payout();
        var payment = money.pays(before.loan());
        loan.isIn("funded");
        assertThat(money.instalments()).hasSize(2).allMatch(Instalment::isPaid);
        assertThat(money.collected()).isEmpty();
        assertThat(money.payout().total()).isEqualByComparingTo("20.00");
        assertThat(money.arrearsTasks()).isZero();

        money.reverses(payment);
        money.firesWhatIsDue();
        assertThat(money.instalments()).extracting(Instalment::dueDate).containsExactlyElementsOf(dates(lines));
        assertThat(money.payout()).isEqualTo(before);
        assertThat(money.collected()).containsExactly(lines.get(1).id());
        assertThat(money.arrearsTasks()).as("the first is late again").isOne();
        assertThat(money.told()).isEqualTo(told);
        money.on(lines.get(1).dueDate());
        assertThat(interest()).hasSize(3);
    }

    @Test
    void anExtensionWatchesTheNewLines() {
        var lines = money.instalments();
        money.on(lines.get(0).dueDate().minusDays(7));
        var terms = new ExtensionTerms(
                new BigDecimal("5"),
                null,
                new BigDecimal("500"),
                lines.get(0).dueDate().plusDays(20));
        money.byTheCashier(() -> money.bean(Extensions.class).extend(loan.reference(), terms, money.cashier()));
        money.firesWhatIsDue();
        assertThat(money.collected()).isEmpty();
        money.on(lines.get(0).dueDate().plusDays(13));
        assertThat(money.collected()).hasSize(1);
        assertThat(money.told()).hasSize(2).last().asString().contains("$500.00 is to be paid");
    }

    @Test
    void anEqualInstalmentOfAnExtensionIsNotAnnouncedAgain() {
        var first = money.instalments().get(0);
        money.on(first.dueDate().minusDays(7));
        var terms = new ExtensionTerms(money.terms().rate(), null, first.amount(), null);
        money.byTheCashier(() -> money.bean(Extensions.class).extend(loan.reference(), terms, money.cashier()));
        money.firesWhatIsDue();
        assertThat(money.instalments().get(0).id()).isNotEqualTo(first.id());
        assertThat(money.collected()).containsExactly(money.instalments().get(0).id());
        assertThat(money.told()).hasSize(1);
        money.on(first.dueDate().plusDays(3));
        assertThat(money.told()).hasSize(2);
    }

    @Test
    void aMachineThatWasOffTellsEverythingOnce() {
        var weekly = lending.aFundedLoan(application ->
                application.put("loan_amount", 24000).put("loan_term", 12).put("repayment_frequency", "weekly"));
        var late = new Servicing(lending, weekly);
        var lines = late.instalments();
        late.on(lines.get(12).dueDate());

        var told = late.told();
        assertThat(told)
                .doesNotHaveDuplicates()
                .filteredOn(one -> one.contains("is to be paid by"))
                .hasSize(14);
        assertThat(told)
                .filteredOn(one -> one.startsWith("borrower") && one.contains("is overdue"))
                .hasSizeBetween(11, 24);
        assertThat(late.arrearsTasks()).isOne();
        assertThat(late.mostCollected()).isLessThanOrEqualTo(4);
    }

    @Test
    void theEngineHoldsAsMuchForFortyYearsAsForOne() {
        var longer = lending.aFundedLoan(application ->
                application.put("loan_amount", 24000).put("loan_term", 480).put("repayment_frequency", "weekly"));
        assertThat(new Servicing(lending, longer).instalments()).hasSizeGreaterThan(2000);
        assertThat(rows(longer)).isEqualTo(rows(loan));
    }

    @Test
    void timersFollowTheBusinessDaysThroughDaylightSaving() {
        var lines = money.instalments();
        for (var line : lines) {
            var due = line.dueDate();
            assertThat(timer("Event_InstalmentComesUp"))
                    .isEqualTo(due.minusDays(7).atTime(9, 0).atZone(SYDNEY).toInstant());
            money.on(due.minusDays(7));
            assertThat(timer("Event_FirstReminderDue"))
                    .isEqualTo(due.plusDays(3).atTime(9, 0).atZone(SYDNEY).toInstant());
            assertThat(timer("Event_InterestDue"))
                    .isEqualTo(due.atStartOfDay(SYDNEY).toInstant());
            if (line.number() < 12) {
                money.on(due).pays(line.amount());
            }
        }
    }

    @Test
    void interestIsChargedOnItsDayPaidOrNot() {
        var lines = money.instalments();
        money.pays(lines.get(0).amount());
        money.on(lines.get(0).dueDate().minusDays(1));
        assertThat(interest()).isEmpty();
        money.on(lines.get(0).dueDate());
        assertThat(interest()).containsExactly(lines.get(0).interest());
        money.on(lines.get(2).dueDate());
        assertThat(interest())
                .containsExactly(
                        lines.get(0).interest(),
                        lines.get(1).interest(),
                        lines.get(2).interest());
    }

    @Test
    void allInterestIsChargedAtTheEnd() {
        var lines = money.instalments();
        money.on(lines.get(11).dueDate().plusDays(20));
        assertThat(interest()).hasSize(12);
        assertThat(money.collected()).isEmpty();
        assertThat(money.timers()).isEmpty();
        money.pays(money.payout().loan());
        loan.isIn("closed");
    }

    /** Who repairs data by hand can close the application as the model says. */
    @Test
    void accountsReportTheLoanAsPaidOut() {
        assertThat(loan.refuses("admin", "closed", null).violations())
                .singleElement()
                .extracting(violation -> violation.code())
                .isEqualTo("still_owed");
        lending.database()
                .sql("update repayment set paid_interest = interest, paid_principal = principal, paid_on = current_date"
                        + " where reference = ?")
                .param(loan.reference())
                .update();
        loan.movedBy("admin", "closed").isIn("closed");
        assertThat(money.watching()).isEmpty();
    }

    @Test
    void nobodyStartsTheProcessesByHand() {
        for (var process : List.of("loanServicing", "instalmentCollection")) {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey(process))
                    .hasStackTraceContaining("is started by an application that is funded");
        }
    }

    private Loan another() {
        MovableClock.reset();
        return lending.aFundedLoan(
                application -> application.put("loan_amount", 24000).put("loan_term", 12));
    }

    private java.time.Instant timer(String event) {
        return money.timers().stream()
                .filter(job -> jobOf(event, job))
                .map(job -> job.getDuedate().toInstant())
                .findFirst()
                .orElseThrow();
    }

    private boolean jobOf(String event, Job job) {
        var definition = money.bean(org.camunda.bpm.engine.ManagementService.class)
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        return definition.getActivityId().equals(event);
    }

    private List<BigDecimal> interest() {
        return money.ledger().stream()
                .filter(entry -> entry.type().equals("interest"))
                .map(LedgerEntry::amount)
                .toList();
    }

    private static List<LocalDate> dates(List<Instalment> lines) {
        return lines.stream().map(Instalment::dueDate).toList();
    }

    private String task() {
        return money.bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(loan.reference())
                .taskDefinitionKey("Activity_HandleArrears")
                .singleResult()
                .getId();
    }

    private String shown() {
        return String.valueOf(money.bean(TaskService.class).getVariableLocal(task(), "arrears"));
    }

    private void handle() {
        money.byTheCashier(() -> {
            money.bean(Tasks.class).complete(money.cashier(), task(), Map.of("arrearsNote", "pays on Friday"));
            return loan;
        });
    }

    private long audited() {
        return lending.database()
                .sql("select count(*) from audit_entry where action = 'arrears_handled' and subject_id = ?")
                .param(loan.reference())
                .query(Long.class)
                .single();
    }

    /** Rows of the engine that are there for the loan as long as it runs. */
    private long rows(Loan of) {
        return lending.database()
                .sql("""
                        with instance as (select distinct proc_inst_id_ as id from act_ru_execution where business_key_ = :key)
                        select (select count(*) from act_ru_execution where proc_inst_id_ in (select id from instance))
                             + (select count(*) from act_ru_job where process_instance_id_ in (select id from instance))
                             + (select count(*) from act_ru_variable where proc_inst_id_ in (select id from instance))
                             + (select count(*) from act_ru_event_subscr where proc_inst_id_ in (select id from instance))
                        """)
                .param("key", of.reference())
                .query(Long.class)
                .single();
    }

    private static String money(Instalment line) {
        return money(line.amount());
    }

    private static String money(BigDecimal amount) {
        return "$%,.2f".formatted(amount);
    }

    private static String day(Instalment line) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.ENGLISH)
                .format(line.dueDate());
    }

    private String maturity(String who, Instalment last) {
        return who + ": Loan " + loan.reference() + " ends on " + day(last);
    }
}
