package io.loanflow.servicing;

import io.loanflow.application.RepaymentSchedule;
import java.math.BigDecimal;
import java.util.List;

/**
 * A schedule as it is shown; amounts in AUD.
 *
 * @param lines oldest first
 */
public record Schedule(List<RepaymentSchedule.Line> lines, BigDecimal totalPayment, BigDecimal totalInterest) {

    public static Schedule of(RepaymentSchedule schedule) {
        return new Schedule(schedule.lines(), schedule.totalPayment(), schedule.totalInterest());
    }
}
