package io.loanflow.servicing;

import io.loanflow.application.ApprovalRegister;
import io.loanflow.application.LoanApplications;
import io.loanflow.application.Repayment;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.platform.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be paid when: of a funded loan as it was agreed and changed since, before that as it is approved. */
@Component
public class Schedules {

    private final LoanApplications applications;
    private final ApprovalRegister approvals;
    private final Loans loans;
    private final Instalments instalments;
    private final Clock clock;

    Schedules(
            LoanApplications applications,
            ApprovalRegister approvals,
            Loans loans,
            Instalments instalments,
            Clock clock) {
        this.clock = clock;
        this.applications = applications;
        this.approvals = approvals;
        this.loans = loans;
        this.instalments = instalments;
    }

    /** @throws Problem 409 while nothing is approved */
    @Transactional(readOnly = true)
    public RepaymentSchedule of(String reference) {
        return loans.find(reference).isPresent()
                ? new RepaymentSchedule(instalments.of(reference).stream()
                        .map(Instalment::asLine)
                        .toList())
                : planned(reference);
    }

    /** @throws Problem 409 before the funding */
    @Transactional(readOnly = true)
    public FundedLoan loan(String reference) {
        return loans.find(reference)
                .orElseThrow(() -> Problem.conflict("There is a loan once the application is funded.", Map.of()));
    }

    /** The instalments with what was paid of them; none before the funding. */
    @Transactional(readOnly = true)
    public List<Instalment> instalments(String reference) {
        return instalments.of(reference);
    }

    /** As the approval stands, counted from the expected settlement, else from the day of the approval: as letters show it. */
    private RepaymentSchedule planned(String reference) {
        var application = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        var approval = approvals
                .standing(reference)
                .orElseThrow(() -> Problem.conflict("There is a schedule once the application is approved.", Map.of()));
        var start = Optional.ofNullable(application.data().estimatedSettlementDate())
                .orElseGet(() -> LocalDate.ofInstant(approval.approvedAt(), clock.getZone()));
        return RepaymentSchedule.of(
                FundedLoan.of(application, approval, approval.amount(), start).terms(), start);
    }

    /** The lines of a new loan. */
    static List<Instalment.New> lines(FundedLoan loan, @Nullable LocalDate firstDue) {
        var schedule = firstDue == null
                ? RepaymentSchedule.of(loan.terms(), loan.fundedOn())
                : RepaymentSchedule.firstDue(loan.terms(), firstDue);
        return inPeriods(schedule, 0, loan.fundedOn(), loan.frequency());
    }

    /**
     * Each line with the day on which its period begins.
     *
     * @param before how many lines stay before them
     * @param notBefore the earliest day for the first period
     */
    static List<Instalment.New> inPeriods(
            RepaymentSchedule schedule, int before, LocalDate notBefore, String frequency) {
        var lines = new ArrayList<Instalment.New>();
        var start = Repayment.after(schedule.first().dueDate(), -1, frequency);
        if (start.isBefore(notBefore)) {
            start = notBefore;
        }
        for (var line : schedule.lines()) {
            lines.add(new Instalment.New(
                    before + line.number(),
                    start,
                    line.dueDate(),
                    line.interest(),
                    line.principal(),
                    line.balance(),
                    null));
            start = line.dueDate();
        }
        return lines;
    }
}
