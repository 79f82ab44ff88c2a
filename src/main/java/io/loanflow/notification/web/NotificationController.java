package io.loanflow.notification.web;

import io.loanflow.identity.CurrentUser;
import io.loanflow.notification.Inbox;
import io.loanflow.notification.InboxFilter;
import io.loanflow.notification.Notification;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.Days;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own inbox. */
@RestController
@Tag(name = "Notifications")
@RequestMapping("/api/notifications")
class NotificationController {

    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "created_at", "created_at",
            "notification_type", "type",
            "type", "type",
            "is_read", "is_read");

    private final Inbox inbox;
    private final CurrentUser currentUser;
    private final Days days;

    NotificationController(Inbox inbox, CurrentUser currentUser, Days days) {
        this.inbox = inbox;
        this.currentUser = currentUser;
        this.days = days;
    }

    record UnreadCount(long count) {}

    @OpenTo(OpenTo.Rows.OWN)
    @GetMapping
    @Operation(summary = "The inbox of the caller")
    @Refuses(400)
    Page<Notification> list(
            @RequestParam(name = "type", required = false) @Nullable String type,
            @RequestParam(name = "is_read", required = false) @Nullable Boolean isRead,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "search", required = false) @Nullable String search,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        var asked = PageRequest.of(page, size, sort, SORTABLE, "created_at desc, id desc");
        var filter = new InboxFilter(type, isRead, days.from("from", from), days.before("to", to), search);
        return inbox.list(userId(), filter, asked);
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @PostMapping("/{id}/read")
    @Operation(summary = "Mark one as read")
    @Refuses({400, 404})
    Notification read(@PathVariable("id") long id) {
        return inbox.markRead(userId(), id).orElseThrow(() -> Problem.notFound("notification " + id));
    }

    @OpenTo(OpenTo.Rows.OWN)
    @PostMapping("/read")
    @Operation(summary = "Mark all as read")
    UnreadCount readAll() {
        inbox.markAllRead(userId());
        return unreadCount();
    }

    @OpenTo(OpenTo.Rows.OWN)
    @GetMapping("/unread-count")
    @Operation(summary = "How many are unread")
    UnreadCount unreadCount() {
        return new UnreadCount(inbox.unread(userId()));
    }

    private String userId() {
        return currentUser.get().userId();
    }
}
