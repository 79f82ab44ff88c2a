package io.loanflow.overview.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.overview.BrokerFigures;
import io.loanflow.overview.BrokerStatistics;
import io.loanflow.people.BrokerDirectory;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/brokers/{id}/statistics}. */
@RestController
@Tag(name = "People")
class BrokerStatisticsController {

    private final BrokerDirectory brokers;
    private final BrokerFigures figures;
    private final CurrentUser currentUser;

    BrokerStatisticsController(BrokerDirectory brokers, BrokerFigures figures, CurrentUser currentUser) {
        this.brokers = brokers;
        this.figures = figures;
        this.currentUser = currentUser;
    }

    @GetMapping("/api/brokers/{id}/statistics")
    @OpenTo(OpenTo.Rows.VISIBLE)
    @Operation(summary = "A broker's applications in figures, of those that the caller may see")
    @Refuses({400, 404})
    BrokerStatistics statistics(@PathVariable long id) {
        var viewer = currentUser.get();
        brokers.require(viewer, id);
        return figures.of(id, viewer);
    }
}
