package io.loanflow.servicing.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.loanflow.servicing.LedgerEntry;
import io.loanflow.servicing.LoanAccess;
import io.loanflow.servicing.LoanBook;
import io.loanflow.servicing.PayoutFigure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is owed, and how it came to be. */
@RestController
@RequestMapping("/api/applications/{reference}")
@Tag(name = "Money")
class LedgerController {

    private final LoanBook book;
    private final LoanAccess access;
    private final CurrentUser currentUser;
    private final Clock clock;

    LedgerController(LoanBook book, LoanAccess access, CurrentUser currentUser, Clock clock) {
        this.book = book;
        this.access = access;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * What settles a loan on a day; amounts in AUD.
     *
     * @param largestPayment what the loan itself takes on that day: all but the fees
     * @param payoutFigure everything together
     */
    record Payout(
            LocalDate date,
            BigDecimal principal,
            BigDecimal interestDue,
            BigDecimal interestAccrued,
            BigDecimal interestPrepaid,
            BigDecimal fees,
            BigDecimal largestPayment,
            BigDecimal payoutFigure) {

        static Payout of(PayoutFigure figure) {
            return new Payout(
                    figure.date(),
                    figure.principal(),
                    figure.interestDue(),
                    figure.interestAccrued(),
                    figure.interestPrepaid(),
                    figure.fees(),
                    figure.loan(),
                    figure.total());
        }
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "accounts", "bd", "broker"})
    @GetMapping("/ledger")
    @Operation(summary = "The ledger, oldest entry first; positive amounts raise what the borrower owes")
    @Refuses({403, 404})
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Items<LedgerEntry> ledger(@PathVariable String reference) {
        access.read(reference, currentUser.get());
        return new Items<>(book.entries(reference));
    }

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit", "accounts", "bd", "broker"})
    @GetMapping("/payout-figure")
    @Operation(summary = "What settles the loan on a day, today without one")
    @Refuses({400, 403, 404, 409})
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Payout payout(
            @PathVariable String reference, @RequestParam(name = "date", required = false) @Nullable String date) {
        access.read(reference, currentUser.get());
        return Payout.of(book.payout(reference, date == null ? LocalDate.now(clock) : day(date)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badInput("/date", "bad_date", "'" + text + "' is not a day like 2026-01-31.");
        }
    }
}
