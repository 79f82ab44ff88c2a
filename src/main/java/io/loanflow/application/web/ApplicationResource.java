package io.loanflow.application.web;

import io.loanflow.application.Approval;
import io.loanflow.application.FundUse;
import io.loanflow.application.SecurityData;
import io.loanflow.application.Settlement;
import io.loanflow.application.Solvency;
import io.loanflow.workflow.Transition;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application as its readers meet it; amounts in AUD, the term in months, the rate in % a year. */
record ApplicationResource(
        String reference,
        String stage,
        @Nullable String stageName,
        @Nullable Instant stageSince,
        @Nullable String applicationType,
        @Nullable String purpose,
        @Nullable BigDecimal loanAmount,
        @Nullable Integer loanTerm,
        @Nullable BigDecimal interestRate,
        @Nullable String repaymentFrequency,
        @Nullable String product,
        @Nullable LocalDate estimatedSettlementDate,
        @Nullable Integer capitalisedInterestMonths,
        @Nullable String exitStrategy,
        @Nullable Contact broker,
        @Nullable Contact bdm,
        @Nullable Named branch,
        List<Behind> borrowers,
        List<Behind> guarantors,
        List<SecurityData> securities,
        List<FundUse> fundUses,
        @Nullable Solvency solvency,
        @Nullable ValuationResource valuation,
        @Nullable SurveyResource quantitySurvey,
        @Nullable Approval terms,
        List<Settlement.Item> checklist,
        List<TaskSummary> openTasks,
        List<Transition> transitions,
        @Nullable Person createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** A broker or BDM. */
    record Contact(
            long id,
            String name,
            @Nullable String company,
            @Nullable String email,
            @Nullable String phone) {}

    /** Somebody with a log-in. */
    record Person(String id, String name) {}

    /** A reviewed value of all securities, in AUD. */
    record ValuationResource(
            BigDecimal amount,
            @Nullable LocalDate date,
            @Nullable Named valuer) {}

    /** A quantity surveyor's report, in AUD. */
    record SurveyResource(
            BigDecimal amount,
            @Nullable LocalDate date,
            @Nullable Named quantitySurveyor) {}

    /** An entry of a directory. */
    record Named(int id, String name) {}

    /** A task that waits in this application. */
    record TaskSummary(
            String id, String name, String key, @Nullable Person assignee, boolean mine, Instant createdAt) {}
}
