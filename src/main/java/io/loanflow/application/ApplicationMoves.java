package io.loanflow.application;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Transitions;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves an application to another stage at somebody's wish. */
@Component
public class ApplicationMoves {

    private final LoanApplications applications;
    private final ApplicationLock lock;
    private final Transitions transitions;
    private final EnteredTerms terms;

    ApplicationMoves(LoanApplications applications, ApplicationLock lock, Transitions transitions, EnteredTerms terms) {
        this.terms = terms;
        this.applications = applications;
        this.lock = lock;
        this.transitions = transitions;
    }

    /**
     * The caller has made sure that the viewer may see the application.
     *
     * @param isPresentVersion whether the caller knows the version that is stored now
     * @throws Problem 400 for terms that cannot be, 412 another version, 409 when somebody else was quicker, else as
     *     {@link Transitions#request}
     */
    @Transactional
    public void move(String reference, TransitionRequest wanted, Predicate<Long> isPresentVersion, Viewer viewer) {
        if (wanted.terms() != null) {
            var application = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
            terms.check(application, wanted.terms());
        }
        var met = applications.version(reference);
        lock.acquire(reference);
        var version = applications.version(reference);
        if (!isPresentVersion.test(version)) {
            throw Problem.preconditionFailed(
                    "The application has changed since you read it; it is now version " + version + ".");
        }
        if (version != met) {
            transitions.refuseOvertaken(reference, String.valueOf(wanted.to()), viewer);
        }
        transitions.request(reference, String.valueOf(wanted.to()), wanted.inputs(), viewer);
    }
}
