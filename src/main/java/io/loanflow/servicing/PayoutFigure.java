package io.loanflow.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What has to be paid on a day so that nothing is owed any more; amounts in AUD.
 *
 * @param principal not paid yet
 * @param interestDue of instalments that are due, not paid yet
 * @param interestAccrued of the present period, by its days
 * @param interestPrepaid paid with later instalments, taken off because that interest never comes to be owed
 * @param fees not paid yet; they are paid by their own calls
 */
public record PayoutFigure(
        LocalDate date,
        BigDecimal principal,
        BigDecimal interestDue,
        BigDecimal interestAccrued,
        BigDecimal interestPrepaid,
        BigDecimal fees) {

    /** The largest payment that the loan takes on that day; nothing when more was received since. */
    public BigDecimal loan() {
        return principal
                .add(interestDue)
                .add(interestAccrued)
                .subtract(interestPrepaid)
                .max(new BigDecimal("0.00"));
    }

    public BigDecimal total() {
        return loan().add(fees);
    }
}
