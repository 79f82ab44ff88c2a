package io.loanflow.application.web;

import io.loanflow.application.Assessment;
import io.loanflow.application.Assessments;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/applications/{reference}/assessments}: for those who assess and decide. */
@RestController
@Tag(name = "Applications")
class AssessmentController {

    private final Assessments assessments;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    AssessmentController(Assessments assessments, Visibility visibility, CurrentUser currentUser) {
        this.assessments = assessments;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    record Runs(List<Run> items) {}

    record Ratios(
            @Nullable BigDecimal dti,
            @Nullable BigDecimal serviceability,
            @Nullable BigDecimal lvr) {}

    record Run(
            Instant at,
            Map<String, BigDecimal> inputs,
            Ratios ratios,
            List<Assessment.FiredRule> rules,
            String result,
            @Nullable String overrideReason,
            @Nullable String by) {}

    @OpenTo(
            value = OpenTo.Rows.VISIBLE,
            groups = {"admin", "credit"})
    @GetMapping("/api/applications/{reference}/assessments")
    @Operation(summary = "The runs of the eligibility rules, oldest first")
    @Refuses({403, 404})
    Runs runs(@PathVariable String reference) {
        var viewer = visibility.require(currentUser.get(), reference);
        if (!viewer.in("admin", "credit")) {
            throw Problem.forbidden("Assessments are for credit and admins.");
        }
        return new Runs(assessments.of(reference).stream()
                .map(AssessmentController::run)
                .toList());
    }

    private static Run run(Assessments.Kept kept) {
        var assessment = kept.assessment();
        return new Run(
                kept.at(),
                assessment.inputs(),
                new Ratios(assessment.dti(), assessment.serviceability(), assessment.lvr()),
                assessment.rules(),
                assessment.eligible() ? "eligible" : kept.overrideReason() == null ? "refused" : "overridden",
                kept.overrideReason(),
                kept.by());
    }
}
