package io.loanflow.document;

import io.loanflow.application.Approval;
import io.loanflow.application.ApprovalRegister;
import io.loanflow.application.LoanApplication;
import io.loanflow.application.LoanApplications;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.application.Terms;
import io.loanflow.identity.Accounts;
import io.loanflow.people.Bdms;
import io.loanflow.people.Branches;
import io.loanflow.people.Brokers;
import io.loanflow.platform.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a letter about an application is written from. */
@Component
class Materials {

    private final LoanApplications applications;
    private final ApprovalRegister approvals;
    private final Brokers brokers;
    private final Bdms bdms;
    private final Branches branches;
    private final Accounts accounts;
    private final Clock clock;

    Materials(
            LoanApplications applications,
            ApprovalRegister approvals,
            Brokers brokers,
            Bdms bdms,
            Branches branches,
            Accounts accounts,
            Clock clock) {
        this.applications = applications;
        this.approvals = approvals;
        this.brokers = brokers;
        this.bdms = bdms;
        this.branches = branches;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** As applied for. */
    Material asAppliedFor(String reference) {
        var application = find(reference);
        var data = application.data();
        return of(application, data.loanAmount(), data.loanTerm(), data.interestRate(), null);
    }

    /** @throws Problem 422 when it is not approved */
    Material asApproved(String reference) {
        var application = find(reference);
        var approval = approvals
                .standing(reference)
                .orElseThrow(
                        () -> Missing.problem(
                                "/terms",
                                "This document states an approval, and there is none that stands; approve the application first."));
        return of(application, approval.amount(), approval.term(), approval.rate(), given(approval));
    }

    /** As it would be approved today. */
    Material onTerms(String reference, Terms terms) {
        var today = LocalDate.now(clock);
        var expiry = terms.expiry() == null ? today : terms.expiry();
        return of(
                find(reference),
                terms.amount(),
                terms.term(),
                terms.rate(),
                new Material.Given(today, expiry, null, terms.conditions()));
    }

    private Material of(
            LoanApplication application,
            @Nullable BigDecimal amount,
            @Nullable Integer term,
            @Nullable BigDecimal rate,
            Material.@Nullable Given approval) {
        var data = application.data();
        var today = LocalDate.now(clock);
        var settlement = data.estimatedSettlementDate();
        var start = settlement != null ? settlement : approval != null ? approval.on() : today;
        return new Material(
                application,
                amount,
                term,
                rate,
                approval,
                start,
                schedule(application, amount, term, rate, start),
                brokers.find(data.brokerId()).orElse(null),
                bdms.find(data.bdmId()).orElse(null),
                data.branchId() == null ? null : branches.find(data.branchId()).orElse(null),
                application.createdAt().atZone(clock.getZone()).toLocalDate(),
                today);
    }

    private static @Nullable RepaymentSchedule schedule(
            LoanApplication application,
            @Nullable BigDecimal amount,
            @Nullable Integer term,
            @Nullable BigDecimal rate,
            LocalDate start) {
        var frequency = application.data().repaymentFrequency();
        if (amount == null || term == null || rate == null || frequency == null) {
            return null;
        }
        var capitalised = application.data().capitalisedInterestMonths();
        return RepaymentSchedule.of(
                new RepaymentSchedule.Loan(amount, rate, term, frequency, capitalised == null ? 0 : capitalised),
                start);
    }

    private Material.Given given(Approval approval) {
        var by = approval.approvedBy();
        return new Material.Given(
                approval.approvedAt().atZone(clock.getZone()).toLocalDate(),
                approval.expiry(),
                by == null ? null : accounts.names(Set.of(by)).get(by),
                approval.conditions().stream().map(Approval.Condition::text).toList());
    }

    private LoanApplication find(String reference) {
        return applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
    }
}
