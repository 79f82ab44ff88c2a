package io.loanflow.workflow.web;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.util.regex.Pattern;

/** Calls that count everything, whoever asks: the engine's authorizations do not narrow them. */
final class Overview {

    private static final Pattern COUNTS = Pattern.compile("(.*/statistics(-count)?|/metrics)(/.*)?");
    private static final Pattern COCKPIT = Pattern.compile("/app/cockpit/plugin/(?![^/]+/static/).*");

    private Overview() {}

    static boolean isOne(Call call) {
        return COUNTS.matcher(call.path()).matches()
                || COCKPIT.matcher(call.path()).matches();
    }

    /** @throws Problem 403 when this viewer may not see every application, or has no Cockpit */
    static void check(Call call, Viewer viewer) {
        boolean allowed = COCKPIT.matcher(call.path()).matches()
                ? viewer.in("admin", "analyst")
                : viewer.in("admin", "analyst", "credit");
        if (!allowed) {
            throw Problem.forbidden("Only those who see every application may count them all.");
        }
    }
}
