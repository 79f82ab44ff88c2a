package io.loanflow.overview.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.overview.ApplicationFilter;
import io.loanflow.overview.ApplicationList;
import io.loanflow.overview.ApplicationSummary;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/applications}. */
@RestController
@Tag(name = "Applications")
class ApplicationListController {

    private final ApplicationList list;
    private final CurrentUser currentUser;

    ApplicationListController(ApplicationList list, CurrentUser currentUser) {
        this.list = list;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/applications")
    @Operation(summary = "The applications that the caller may see")
    @Refuses(400)
    Page<ApplicationSummary> applications(
            @RequestParam(name = "stage", required = false) @Nullable String stage,
            @RequestParam(name = "application_type", required = false) @Nullable String applicationType,
            @RequestParam(name = "repayment_frequency", required = false) @Nullable String repaymentFrequency,
            @RequestParam(name = "broker_id", required = false) @Nullable Long brokerId,
            @RequestParam(name = "bdm_id", required = false) @Nullable Long bdmId,
            @RequestParam(name = "branch_id", required = false) @Nullable Long branchId,
            @RequestParam(name = "created_from", required = false) @Nullable LocalDate createdFrom,
            @RequestParam(name = "created_to", required = false) @Nullable LocalDate createdTo,
            @RequestParam(name = "loan_amount_min", required = false) @Nullable BigDecimal loanAmountMin,
            @RequestParam(name = "loan_amount_max", required = false) @Nullable BigDecimal loanAmountMax,
            @RequestParam(name = "interest_rate_min", required = false) @Nullable BigDecimal interestRateMin,
            @RequestParam(name = "interest_rate_max", required = false) @Nullable BigDecimal interestRateMax,
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "include_closed", defaultValue = "true") boolean includeClosed,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        requireKnown(stage);
        var asked = PageRequest.of(page, size, sort, ApplicationList.SORTABLE, ApplicationList.USUAL_ORDER);
        var filter = new ApplicationFilter(
                stage,
                applicationType,
                repaymentFrequency,
                brokerId,
                bdmId,
                branchId,
                createdFrom,
                createdTo,
                loanAmountMin,
                loanAmountMax,
                interestRateMin,
                interestRateMax,
                search,
                includeClosed);
        return list.page(currentUser.get(), filter, asked.orderBy(), asked.page(), asked.size());
    }

    private void requireKnown(@Nullable String stage) {
        if (stage != null && !list.stagesInOrder().contains(stage)) {
            throw Problem.badInput(
                    "/stage",
                    "unknown",
                    "There is no stage '" + stage + "'; there are " + String.join(", ", list.stagesInOrder()) + ".");
        }
    }
}
