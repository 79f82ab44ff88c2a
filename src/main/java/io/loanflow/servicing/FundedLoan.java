package io.loanflow.servicing;

import io.loanflow.application.Approval;
import io.loanflow.application.LoanApplication;
import io.loanflow.application.RepaymentSchedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A loan whose money is out.
 *
 * @param amount in AUD: what was paid out, further advances included
 * @param rate in % a year
 * @param months the term
 * @param frequency of the repayments, {@code monthly} say
 * @param capitalisedMonths in which nothing is paid, because that interest was kept back
 * @param arrears null while nothing is long overdue
 * @param paidOutOn null while it runs
 */
public record FundedLoan(
        String reference,
        BigDecimal amount,
        BigDecimal rate,
        int months,
        String frequency,
        int capitalisedMonths,
        LocalDate fundedOn,
        @Nullable String arrears,
        @Nullable LocalDate paidOutOn) {

    /** Something is in arrears, and accounts have still to handle it. */
    public static final String OPEN = "open";

    /** Accounts have handled the arrears, and they are not paid yet. */
    public static final String HANDLED = "handled";

    /** The loan that an approval becomes when so much is paid out on that day. */
    static FundedLoan of(LoanApplication application, Approval approval, BigDecimal amount, LocalDate on) {
        var data = application.data();
        return new FundedLoan(
                application.reference(),
                amount,
                approval.rate(),
                approval.term(),
                Optional.ofNullable(data.repaymentFrequency()).orElse("monthly"),
                Optional.ofNullable(data.capitalisedInterestMonths()).orElse(0),
                on,
                null,
                null);
    }

    /** How it stands, in one word. */
    public String status() {
        if (isPaidOut()) {
            return "paid_out";
        }
        return arrears == null ? "running" : "in_arrears";
    }

    RepaymentSchedule.Loan terms() {
        return new RepaymentSchedule.Loan(amount, rate, months, frequency, capitalisedMonths);
    }

    boolean isPaidOut() {
        return paidOutOn != null;
    }
}
