package io.loanflow.overview.web;

import io.loanflow.identity.Accounts;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.overview.StageHistory;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/applications/{reference}/history}. */
@RestController
@Tag(name = "Applications")
class StageHistoryController {

    private final StageHistory history;
    private final Accounts accounts;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    StageHistoryController(StageHistory history, Accounts accounts, Visibility visibility, CurrentUser currentUser) {
        this.history = history;
        this.accounts = accounts;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    record Moves(List<MoveResource> items) {}

    record Person(String id, String name) {}

    record MoveResource(
            @Nullable String from,
            String to,
            Instant at,
            @Nullable Person by,
            @Nullable String reason,
            int modelVersion) {}

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/applications/{reference}/history")
    @Operation(summary = "The stages that the application went through, oldest first")
    @Refuses(404)
    Moves history(@PathVariable String reference) {
        var viewer = visibility.require(currentUser.get(), reference);
        var moves = history.of(reference);
        var names = accounts.names(moves.stream()
                .map(StageHistory.Move::by)
                .filter(Objects::nonNull)
                .toList());
        return new Moves(
                moves.stream().map(move -> resource(move, names, viewer)).toList());
    }

    /** A client follows the stage; who moved it and why is between the people at work. */
    private static MoveResource resource(StageHistory.Move move, Map<String, String> names, Viewer viewer) {
        boolean staff = viewer.in("admin", "credit", "accounts", "bd", "broker");
        var by = move.by() == null || !staff ? null : new Person(move.by(), names.getOrDefault(move.by(), move.by()));
        return new MoveResource(
                move.from(), move.to(), move.at(), by, staff ? move.reason() : null, move.modelVersion());
    }
}
