package io.loanflow.servicing;

import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.ApplicationLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Who may read and who may write what a loan costs. Source: domain "Who sees what". */
@Component
public class LoanAccess {

    private static final String[] READERS = {"admin", "credit", "accounts", "bd", "broker"};
    private static final String[] WRITERS = {"admin", "accounts"};

    private final Visibility visibility;
    private final ApplicationLock lock;

    LoanAccess(Visibility visibility, ApplicationLock lock) {
        this.visibility = visibility;
        this.lock = lock;
    }

    /**
     * Schedule and payments, for everybody who sees the application.
     *
     * @return the person as they stand to it
     * @throws Problem 404
     */
    public Viewer see(String reference, Viewer caller) {
        return visibility.require(caller, reference);
    }

    /**
     * Fees, ledger and payout figure.
     *
     * @throws Problem 404, 403
     */
    public Viewer read(String reference, Viewer caller) {
        return require(reference, caller, READERS);
    }

    /**
     * Whatever moves money; not on a loan in which one borrows.
     *
     * @throws Problem 404, 403
     */
    public Viewer write(String reference, Viewer caller) {
        var viewer = require(reference, caller, WRITERS);
        if (viewer.in("client")) {
            throw Problem.forbidden("You borrow in this loan: somebody else has to record money on it.");
        }
        return viewer;
    }

    /** The same, and nobody else moves the application until the end of the transaction. */
    Viewer writeAlone(String reference, Viewer caller) {
        var viewer = write(reference, caller);
        lock.acquire(reference);
        return viewer;
    }

    /** Whoever may not know of the application is told what they would be told if the thing in it were not there. */
    static Viewer hiding(String what, Supplier<Viewer> access) {
        try {
            return access.get();
        } catch (Problem refused) {
            throw refused.status() == 404 ? Problem.notFound(what) : refused;
        }
    }

    private Viewer require(String reference, Viewer caller, String... groups) {
        var viewer = visibility.require(caller, reference);
        if (!viewer.in(groups)) {
            throw Problem.forbidden("Only these groups may do this: " + String.join(", ", groups) + ".");
        }
        return viewer;
    }
}
