package io.loanflow.servicing;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.application.CalculationLimits;
import io.loanflow.application.LoanApplications;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calculates what is left of a loan when it is paid out, and keeps that with an application if one is named. */
@Component
public class FundingCalculator {

    /** What a list shows; older ones stay in the database. */
    static final int SHOWN = 500;

    private static final String[] GROUPS = {"admin", "credit", "accounts", "bd", "broker"};

    private final InputReader inputs;
    private final CalculationLimits limits;
    private final FundingFigures figures;
    private final LoanApplications applications;
    private final FundingCalculations kept;
    private final Visibility visibility;
    private final Clock clock;

    FundingCalculator(
            InputReader inputs,
            CalculationLimits limits,
            FundingFigures figures,
            LoanApplications applications,
            FundingCalculations kept,
            Visibility visibility,
            Clock clock) {
        this.inputs = inputs;
        this.limits = limits;
        this.figures = figures;
        this.applications = applications;
        this.kept = kept;
        this.visibility = visibility;
        this.clock = clock;
    }

    /**
     * @param entered a {@link FundingRequest}
     * @throws Problem 400 with every violation, 404 when an application is named that the person may not see, 403 when they
     *     only borrow in it
     */
    @Transactional
    public KeptCalculation calculate(JsonNode entered, Viewer viewer) {
        var request = read(entered);
        var reference = request.application();
        if (reference == null) {
            return new KeptCalculation(null, null, null, null, calculation(request, null));
        }
        require(reference, viewer);
        return kept.keep(reference, clock.instant(), viewer.userId(), calculation(request, type(reference)));
    }

    /**
     * The newest first.
     *
     * @throws Problem 404 out of sight, 403 when it is not for this person
     */
    public List<KeptCalculation> of(String reference, Viewer viewer) {
        require(reference, viewer);
        return kept.of(reference, SHOWN);
    }

    private FundingRequest read(JsonNode entered) {
        var reading = inputs.tryRead(entered, FundingRequest.class);
        var request = reading.value();
        var violations = new ArrayList<>(reading.violations());
        if (request != null) {
            violations.addAll(limits.check(request.amount(), null, request.rate()));
        }
        if (request == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return request;
    }

    private void require(String reference, Viewer viewer) {
        if (!visibility.require(viewer, reference).in(GROUPS)) {
            throw Problem.forbidden("Fundings are calculated by these groups: " + String.join(", ", GROUPS) + ".");
        }
    }

    private @Nullable String type(String reference) {
        return applications
                .find(reference)
                .map(application -> application.data().applicationType())
                .orElse(null);
    }

    private FundingCalculation calculation(FundingRequest request, @Nullable String applicationType) {
        return FundingCalculation.of(figures.fill(request, applicationType));
    }
}
