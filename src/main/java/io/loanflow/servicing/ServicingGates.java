package io.loanflow.servicing;

import io.loanflow.platform.Violation;
import io.loanflow.workflow.Gate;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gates about money that a model can name on its exits; each bean's name is the gate's. */
@Configuration
class ServicingGates {

    /** Every instalment and every fee is paid. */
    @Bean
    Gate nothingOwed(LoanAccounts accounts, Clock clock) {
        return request -> accounts.find(request.reference()).stream()
                .filter(account -> !account.isNothingOwed())
                .map(account -> account.payout(LocalDate.now(clock)))
                .map(figure -> new Violation(
                        "",
                        "still_owed",
                        ("The loan is not paid out: %s is owed on it today (largest_payment of GET /api/applications/%s/payout-figure), paid by "
                                        + "POST /api/applications/%s/payments, and %s of fees, each paid by POST /api/fees/{id}/payment.")
                                .formatted(figure.loan(), request.reference(), request.reference(), figure.fees())))
                .toList();
    }
}
