package io.loanflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.identity.Viewer;
import io.loanflow.servicing.Fee;
import io.loanflow.servicing.FeeCharges;
import io.loanflow.servicing.FundedLoan;
import io.loanflow.servicing.Instalment;
import io.loanflow.servicing.LedgerEntry;
import io.loanflow.servicing.LoanBook;
import io.loanflow.servicing.Loans;
import io.loanflow.servicing.Payment;
import io.loanflow.servicing.PayoutFigure;
import io.loanflow.servicing.Receipts;
import io.loanflow.servicing.Schedules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;

/** Money on one loan, handled by the team through the services that the doors use, while days go by. */
public final class Servicing {

    private final Lending lending;
    private final String reference;
    private int mostCollected;

    public Servicing(Lending lending, Loan loan) {
        this.lending = lending;
        this.reference = loan.reference();
        lending.team.member("accounts");
    }

    public Payment pays(String amount) {
        return pays(new BigDecimal(amount));
    }

    public Payment pays(BigDecimal amount) {
        return pays(amount, today());
    }

    public Payment pays(BigDecimal amount, LocalDate on) {
        var received = new Payment.Received(amount, on, "T-" + UUID.randomUUID());
        return byTheCashier(() -> bean(Receipts.class).receive(reference, received, cashier()));
    }

    public void reverses(Payment payment) {
        byTheCashier(() -> bean(Receipts.class).reverse(payment.id(), "bounced", cashier()));
    }

    public void paysFee(Fee fee) {
        byTheCashier(() -> bean(FeeCharges.class).pay(fee.id(), new Fee.Deed(today(), null, null), cashier()));
    }

    public void waives(Fee fee) {
        byTheCashier(() -> bean(FeeCharges.class).waive(fee.id(), new Fee.Deed(today(), null, null), cashier()));
    }

    public void refunds(Fee fee) {
        byTheCashier(() -> bean(FeeCharges.class).refund(fee.id(), new Fee.Deed(today(), null, null), cashier()));
    }

    /** Pays every fee and then what settles the loan, which closes it. */
    public Servicing paysOut() {
        fees(Fee.UNPAID).forEach(this::paysFee);
        pays(payout().loan());
        return this;
    }

    public <T> T byTheCashier(Supplier<T> work) {
        return lending.users().as(cashier(), work);
    }

    /** An admin may do what accounts may, and sees loans that never were in a stage that accounts see. */
    public Viewer cashier() {
        return lending.team.member("admin");
    }

    public PayoutFigure payout() {
        return payout(today());
    }

    public PayoutFigure payout(LocalDate on) {
        return bean(LoanBook.class).payout(reference, on);
    }

    public FundedLoan terms() {
        return bean(Loans.class).find(reference).orElseThrow();
    }

    public List<LedgerEntry> ledger() {
        return bean(LoanBook.class).entries(reference);
    }

    public List<Instalment> instalments() {
        return bean(Schedules.class).instalments(reference);
    }

    public List<Fee> fees(String status) {
        return bean(FeeCharges.class).of(reference).stream()
                .filter(fee -> fee.status().equals(status))
                .toList();
    }

    public LocalDate today() {
        return LocalDate.now(clock());
    }

    /** The time of day in the business zone. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock());
    }

    public @Nullable String arrears() {
        return bean(Loans.class).find(reference).orElseThrow().arrears();
    }

    /** It becomes that day at noon; each timer of the loan whose time has come is fired, the earliest first. */
    public Servicing on(LocalDate day) {
        MovableClock.set(clock(), day, 12);
        firesWhatIsDue();
        return this;
    }

    /** As the engine would: nobody is logged in. */
    public Servicing firesWhatIsDue() {
        for (var job = due(); job.isPresent(); job = due()) {
            fire(job.get());
            mostCollected = Math.max(mostCollected, collected().size());
        }
        return this;
    }

    /** A timer that is due today by the engine's clock, too, may be fired by the engine at the same moment. */
    private void fire(Job job) {
        var engine = bean(ManagementService.class);
        try {
            engine.executeJob(job.getId());
        } catch (OptimisticLockingException | NullValueException | NullPointerException e) {
            // the engine reads row by row, and the last of the three is what it says when other rows went meanwhile
            boolean fired = engine.createJobQuery().jobId(job.getId()).count() == 0;
            if (!fired && !(e instanceof OptimisticLockingException)) {
                throw e;
            }
        }
    }

    /** What the engine holds at present for the loan and its application; not the history. */
    public long engineRows() {
        return lending.database()
                .sql("""
                        with instance as (select distinct proc_inst_id_ as id from act_ru_execution where business_key_ = :key)
                        select (select count(*) from act_ru_execution where proc_inst_id_ in (select id from instance))
                             + (select count(*) from act_ru_job where process_instance_id_ in (select id from instance))
                             + (select count(*) from act_ru_task where proc_inst_id_ in (select id from instance))
                             + (select count(*) from act_ru_variable where proc_inst_id_ in (select id from instance))
                             + (select count(*) from act_ru_event_subscr where proc_inst_id_ in (select id from instance))
                        """)
                .param("key", reference)
                .query(Long.class)
                .single();
    }

    /** How many instalments were being collected at the same moment. */
    public int mostCollected() {
        return mostCollected;
    }

    private Optional<Job> due() {
        var now = Date.from(clock().instant());
        return timers().stream()
                .filter(job -> job.getDuedate() != null && !job.getDuedate().after(now))
                .min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId));
    }

    /** Every timer that watches the loan. */
    public List<Job> timers() {
        return watching().stream()
                .flatMap(
                        instance -> bean(ManagementService.class)
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .timers()
                                .list()
                                .stream())
                .toList();
    }

    /** The processes that watch the loan. */
    public List<ProcessInstance> watching() {
        return bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list()
                .stream()
                .filter(instance -> !instance.getProcessDefinitionId().startsWith("loanOrigination"))
                .filter(instance -> !instance.getProcessDefinitionId().startsWith("documentSigning"))
                .toList();
    }

    /** Ids of the instalments that are being collected. */
    public Set<Long> collected() {
        var collections = watching().stream()
                .filter(instance -> instance.getProcessDefinitionId().startsWith("instalmentCollection"))
                .map(ProcessInstance::getId)
                .toArray(String[]::new);
        if (collections.length == 0) {
            return Set.of();
        }
        var ids = bean(RuntimeService.class)
                .createVariableInstanceQuery()
                .processInstanceIdIn(collections)
                .variableName("instalmentId")
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .map(Long.class::cast)
                .toList();
        assertThat(ids).as("collected once").doesNotHaveDuplicates();
        return Set.copyOf(ids);
    }

    /** What people were told about instalments, oldest first: the borrower by mail, the staff in the inbox. */
    public List<String> told() {
        return lending.jdbc()
                .sql("""
                        select who || ': ' || title from (
                          select 'borrower' as who, m.subject as title, m.created_at as at, m.id from mail m
                           where m.body like '%' || :reference || '%' and m.body like '%nstalment%'
                          union all
                          select coalesce((select g.group_id_ from act_id_membership g where g.user_id_ = n.user_id
                                   order by g.group_id_ limit 1), 'nobody'), n.title, n.created_at, n.id
                            from notification n where n.type like 'repayment%' and n.related_object_id = :reference
                             and n.user_id in (:team)) as told
                         order by at, id
                        """)
                .param("reference", reference)
                .param(
                        "team",
                        List.of(
                                lending.team.member("bd").userId(),
                                lending.team.member("accounts").userId()))
                .query(String.class)
                .list();
    }

    public long arrearsTasks() {
        return bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("Activity_HandleArrears")
                .count();
    }

    public <T> T bean(Class<T> type) {
        return lending.bean(type);
    }

    private Clock clock() {
        return bean(Clock.class);
    }
}
