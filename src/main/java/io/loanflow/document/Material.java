package io.loanflow.document;

import io.loanflow.application.LoanApplication;
import io.loanflow.application.RepaymentSchedule;
import io.loanflow.people.Bdm;
import io.loanflow.people.BranchData;
import io.loanflow.people.Broker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is written from.
 *
 * @param amount in AUD, as approved or else as applied for; so are term (in months) and rate (in % a year)
 * @param approval null in a letter that states none
 * @param start day from which the repayments count
 * @param schedule null while amount, term, rate or frequency is not there yet
 * @param entered day on which the application was entered
 * @param today in the business zone
 */
public record Material(
        LoanApplication application,
        @Nullable BigDecimal amount,
        @Nullable Integer term,
        @Nullable BigDecimal rate,
        @Nullable Given approval,
        LocalDate start,
        @Nullable RepaymentSchedule schedule,
        @Nullable Broker broker,
        @Nullable Bdm bdm,
        @Nullable BranchData branch,
        LocalDate entered,
        LocalDate today) {

    /**
     * An approval, given or about to be.
     *
     * @param by name of the person who gave it, null when nobody did
     * @param conditions what has to be met before the money is paid
     */
    public record Given(
            LocalDate on, LocalDate expiry, @Nullable String by, List<String> conditions) {

        public Given {
            conditions = List.copyOf(conditions);
        }
    }
}
