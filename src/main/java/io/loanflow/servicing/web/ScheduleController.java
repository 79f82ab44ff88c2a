package io.loanflow.servicing.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.loanflow.servicing.FundedLoan;
import io.loanflow.servicing.Instalment;
import io.loanflow.servicing.LoanAccess;
import io.loanflow.servicing.Schedule;
import io.loanflow.servicing.Schedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is to be paid when, and what was. */
@RestController
@RequestMapping("/api/applications/{reference}")
@Tag(name = "Money")
class ScheduleController {

    private final Schedules schedules;
    private final LoanAccess access;
    private final CurrentUser currentUser;
    private final Clock clock;

    ScheduleController(Schedules schedules, LoanAccess access, CurrentUser currentUser, Clock clock) {
        this.schedules = schedules;
        this.access = access;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * An instalment as the API answers it; amounts in AUD.
     *
     * @param status {@code upcoming, partially_paid, paid, overdue, in_arrears}
     * @param paidOn null while it is not paid in full
     */
    record Repayment(
            long id,
            int number,
            LocalDate dueDate,
            BigDecimal amount,
            BigDecimal interest,
            BigDecimal principal,
            BigDecimal paid,
            String status,
            @Nullable LocalDate paidOn) {

        static Repayment of(Instalment line, LocalDate today) {
            return new Repayment(
                    line.id(),
                    line.number(),
                    line.dueDate(),
                    line.amount(),
                    line.interest(),
                    line.principal(),
                    line.paid().total(),
                    line.status(today),
                    line.paid().on());
        }
    }

    /**
     * The loan as it is agreed now; amounts in AUD.
     *
     * @param amount paid out, further advances included
     * @param term in months, as approved
     * @param rate in % a year, of the last extension if there was one
     * @param status {@code running, in_arrears} or {@code paid_out}
     */
    record FundedTerms(
            BigDecimal amount,
            BigDecimal rate,
            int term,
            String frequency,
            int capitalisedMonths,
            LocalDate fundedOn,
            String status,
            @Nullable LocalDate paidOutOn) {

        static FundedTerms of(FundedLoan loan) {
            return new FundedTerms(
                    loan.amount(),
                    loan.rate(),
                    loan.months(),
                    loan.frequency(),
                    loan.capitalisedMonths(),
                    loan.fundedOn(),
                    loan.status(),
                    loan.paidOutOn());
        }
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/loan")
    @Operation(summary = "The loan as it was paid out, and as it is agreed now")
    @Refuses({404, 409})
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public FundedTerms loan(@PathVariable String reference) {
        access.see(reference, currentUser.get());
        return FundedTerms.of(schedules.loan(reference));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/schedule")
    @Operation(summary = "The schedule: of the loan once it is funded, before that as it is approved")
    @Refuses({404, 409})
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Schedule schedule(@PathVariable String reference) {
        access.see(reference, currentUser.get());
        return Schedule.of(schedules.of(reference));
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/repayments")
    @Operation(summary = "The instalments of the funded loan, with what was paid of each")
    @Refuses(404)
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Items<Repayment> repayments(@PathVariable String reference) {
        access.see(reference, currentUser.get());
        var today = LocalDate.now(clock);
        return new Items<>(schedules.instalments(reference).stream()
                .map(line -> Repayment.of(line, today))
                .toList());
    }
}
