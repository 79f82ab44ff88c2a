package io.loanflow.servicing;

import io.loanflow.platform.Written;
import io.loanflow.workflow.Briefing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of a loan's tasks show about money. */
@Component
class ServicingBriefing implements Briefing {

    private static final String ARREARS = "arrears";

    /** As many as a text in the engine takes with room to spare. */
    private static final int SHOWN = 20;

    private final LoanAccounts accounts;
    private final Clock clock;

    ServicingBriefing(LoanAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> of(String reference, Set<String> wanted) {
        return wanted.contains(ARREARS)
                ? accounts.find(reference)
                        .map(account -> Map.<String, Object>of(ARREARS, arrears(account)))
                        .orElse(Map.of())
                : Map.of();
    }

    private String arrears(LoanAccount account) {
        var overdue = account.overdue(LocalDate.now(clock));
        var shown = overdue.stream()
                .limit(SHOWN)
                .map(line -> "Instalment %d, due %s: %s of %s owed"
                        .formatted(
                                line.number(),
                                Written.day(line.dueDate()),
                                Written.amount(line.owed()),
                                Written.amount(line.amount())))
                .collect(Collectors.joining("\n"));
        var more = overdue.size() > SHOWN ? "\nand " + (overdue.size() - SHOWN) + " more" : "";
        return shown + more + "\nTogether " + Written.amount(LoanAccount.sum(overdue, Instalment::owed));
    }
}
