package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds to the lists of an application and takes from them, one at a time, by the rules of every change. */
@Component
public class ApplicationParts {

    private final ApplicationChanges changes;
    private final Visibility visibility;

    ApplicationParts(ApplicationChanges changes, Visibility visibility) {
        this.changes = changes;
        this.visibility = visibility;
    }

    /**
     * Adds one to the end of a list.
     *
     * @param list name of the field: borrowers, guarantors, securities or fund_uses
     * @throws Problem 404, 409, 403, 400 with every violation, pointing into what was sent
     */
    @Transactional
    public void add(String reference, String list, JsonNode entered, Viewer viewer) {
        visibility.require(viewer, reference);
        if (!entered.isObject()) {
            throw Problem.badInput("", "wrong_type", "A JSON object is needed.");
        }
        var place = new AtomicInteger();
        try {
            changes.change(
                    reference,
                    application -> {
                        var all = ((ObjectNode) application).withArray(list);
                        place.set(all.size());
                        all.add(entered);
                        return application;
                    },
                    version -> true,
                    viewer);
        } catch (Problem problem) {
            throw problem.status() == 400 ? within(problem, "/" + list + "/" + place.get()) : problem;
        }
    }

    /**
     * Takes one out of a list.
     *
     * @throws Problem 404 when the application or the line is not there, 409, 403
     */
    @Transactional
    public void remove(String reference, String list, long id, Viewer viewer) {
        changes.change(
                reference,
                application -> {
                    var all = ((ObjectNode) application).withArray(list);
                    var place = place(all, id);
                    if (place < 0) {
                        throw Problem.notFound("such line under " + list);
                    }
                    all.remove(place);
                    return application;
                },
                version -> true,
                viewer);
    }

    /** Puts one value in the place of a field. */
    @Transactional
    public void put(String reference, String field, JsonNode value, Viewer viewer) {
        changes.change(reference, application -> ((ObjectNode) application).set(field, value), version -> true, viewer);
    }

    private static int place(ArrayNode all, long id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path("id").asLong() == id) {
                return i;
            }
        }
        return -1;
    }

    /** What is wrong was sent alone, so it is pointed to alone. */
    private static Problem within(Problem problem, String prefix) {
        return Problem.badInput(problem.violations().stream()
                .map(violation -> violation.pointer().startsWith(prefix)
                        ? new Violation(
                                violation.pointer().substring(prefix.length()), violation.code(), violation.detail())
                        : violation)
                .toList());
    }
}
