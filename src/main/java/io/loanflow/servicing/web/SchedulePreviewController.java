package io.loanflow.servicing.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.servicing.Schedule;
import io.loanflow.servicing.SchedulePreviews;
import io.loanflow.servicing.ScheduleRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/schedules/preview}: what a loan would cost, line by line. */
@RestController
@Tag(name = "Money")
class SchedulePreviewController {

    private final SchedulePreviews previews;

    SchedulePreviewController(SchedulePreviews previews) {
        this.previews = previews;
    }

    @OpenTo(
            value = OpenTo.Rows.ALL,
            groups = {"admin", "credit", "accounts", "bd", "broker"})
    @PostMapping("/api/schedules/preview")
    @Operation(summary = "The repayment schedule of a loan on any terms; nothing is kept")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ScheduleRequest.class)))
    Schedule preview(@RequestBody JsonNode body) {
        return previews.of(body);
    }
}
