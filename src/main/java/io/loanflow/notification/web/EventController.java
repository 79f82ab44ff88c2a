package io.loanflow.notification.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.notification.Cursor;
import io.loanflow.notification.Event;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.Following;
import io.loanflow.notification.Position;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event log for clients that would rather ask than listen: the same frames and cursors as on the socket. */
@RestController
@Tag(name = "Notifications")
class EventController {

    private static final int PAGE = 100;

    private final EventLog log;
    private final Visibility visibility;
    private final CurrentUser currentUser;

    EventController(EventLog log, Visibility visibility, CurrentUser currentUser) {
        this.log = log;
        this.visibility = visibility;
        this.currentUser = currentUser;
    }

    /** @param next cursor to ask with the next time, also when there was nothing */
    record Events(List<Frames.Frame> items, Cursor next) {}

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/events")
    @Operation(summary = "What the socket tells, for clients that would rather ask")
    @Refuses(400)
    Events after(@RequestParam(name = "after", required = false) @Nullable String after) {
        var viewer = currentUser.get();
        var cursor = after == null ? Cursor.at(Position.START) : parse(after);
        var items = new ArrayList<Frames.Frame>();
        EventLog.Missed missed;
        do {
            missed = log.missed(viewer.userId(), cursor, Following.ALL, PAGE);
            for (var event : missed.events()) {
                cursor = cursor.bothAt(event.position());
                frame(event, cursor, viewer).forEach(items::add);
            }
            cursor = cursor.bothAt(missed.reached());
        } while (items.isEmpty() && missed.full());
        return new Events(items, cursor);
    }

    private Stream<Frames.Frame> frame(Event event, Cursor cursor, Viewer viewer) {
        if (event.notification() != null) {
            return Stream.of(new Frames.Told(cursor, event.notification()));
        }
        return event.reference() != null && visibility.maySee(viewer, event.reference())
                ? Stream.of(Frames.Moved.of(event, cursor))
                : Stream.empty();
    }

    private static Cursor parse(String after) {
        return Cursor.parse(after)
                .orElseThrow(
                        () -> Problem.badInput("/after", "bad_cursor", "after is a cursor from an earlier answer."));
    }
}
