package io.loanflow.notification;

import io.loanflow.application.LoanApplication;
import io.loanflow.application.LoanApplications;
import io.loanflow.identity.Accounts;
import io.loanflow.people.Party;
import io.loanflow.platform.Written;
import io.loanflow.servicing.ArrearsReported;
import io.loanflow.servicing.Instalment;
import io.loanflow.servicing.InstalmentReminded;
import io.loanflow.servicing.MaturityApproached;
import io.loanflow.workflow.Participants;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people about instalments: in the inbox, and by mail borrowers who have no log-in. Source: domain "What runs by itself". */
@Component
class LoanNews {

    private static final String UPCOMING = "repayment_upcoming";
    private static final String OVERDUE = "repayment_overdue";

    private final Inbox inbox;
    private final Mailing mailing;
    private final LoanApplications applications;
    private final Participants participants;
    private final Accounts accounts;

    LoanNews(
            Inbox inbox, Mailing mailing, LoanApplications applications, Participants participants, Accounts accounts) {
        this.inbox = inbox;
        this.mailing = mailing;
        this.applications = applications;
        this.participants = participants;
        this.accounts = accounts;
    }

    @EventListener
    void on(InstalmentReminded reminded) {
        var line = reminded.instalment();
        var what = "Instalment %d of loan %s".formatted(line.number(), reminded.reference());
        if (reminded.reminder().equals("upcoming")) {
            tellBorrowers(
                    reminded.reference(),
                    UPCOMING,
                    "%s is to be paid by %s".formatted(amount(line), Written.day(line.dueDate())),
                    "%s: %s is to be paid by %s.%s"
                            .formatted(what, amount(line), Written.day(line.dueDate()), earlier(line)));
        } else {
            tellBorrowers(
                    reminded.reference(),
                    OVERDUE,
                    (reminded.reminder().equals("second") ? "Second reminder: " : "")
                            + "%s is overdue since %s".formatted(amount(line), Written.day(line.dueDate())),
                    "%s was due on %s and is not paid in full: %s is still owed. Please pay now, or call us."
                            .formatted(what, Written.day(line.dueDate()), amount(line)));
        }
    }

    @EventListener
    void on(ArrearsReported reported) {
        var line = reported.instalment();
        inbox.tell(
                staff(reported.reference()),
                Notice.aboutApplication(
                        OVERDUE,
                        "Loan %s is in arrears with instalment %d".formatted(reported.reference(), line.number()),
                        "Instalment %d of loan %s was due on %s and is not paid in full: %s is still owed. Accounts handle it."
                                .formatted(
                                        line.number(), reported.reference(), Written.day(line.dueDate()), amount(line)),
                        reported.reference()));
    }

    @EventListener
    void on(MaturityApproached approached) {
        var title = "Loan %s ends on %s"
                .formatted(approached.reference(), Written.day(approached.last().dueDate()));
        var message = "The last instalment of loan %s, %s, is due on %s."
                .formatted(
                        approached.reference(),
                        amount(approached.last()),
                        Written.day(approached.last().dueDate()));
        var told = tellBorrowers(approached.reference(), UPCOMING, title, message);
        var others = staff(approached.reference());
        others.removeAll(told);
        inbox.tell(others, Notice.aboutApplication(UPCOMING, title, message, approached.reference()));
    }

    /** @return those who were told in their inbox */
    private Set<String> tellBorrowers(String reference, String type, String title, String message) {
        var people = new HashSet<String>();
        for (var borrower : borrowers(reference)) {
            if (borrower.userId() != null) {
                people.add(borrower.userId());
            } else if (borrower.data().email() != null) {
                mailing.post(new Letter(
                        borrower.data().email(),
                        title,
                        "Hello %s,\n\n%s\n".formatted(borrower.data().displayName(), message),
                        false));
            }
        }
        inbox.tell(people, Notice.aboutApplication(type, title, message, reference));
        return people;
    }

    private List<Party> borrowers(String reference) {
        return applications.find(reference).map(LoanApplication::borrowers).orElse(List.of());
    }

    private Set<String> staff(String reference) {
        var people = new HashSet<>(participants.users(reference, Set.of("bdm")));
        people.addAll(accounts.membersOf("accounts"));
        return people;
    }

    private static String earlier(Instalment line) {
        return line.balance().signum() == 0
                ? " It is the last one, with the interest of its whole period. To pay earlier and less, ask us for the amount."
                : "";
    }

    private static String amount(Instalment line) {
        return Written.amount(line.owed());
    }
}
