package io.loanflow.notification.web;

import io.loanflow.notification.Mail;
import io.loanflow.notification.Mailing;
import io.loanflow.notification.Mails;
import io.loanflow.platform.Page;
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

/** The outbox, for admins: what left, what waits and what failed; never what a mail says. */
@RestController
@Tag(name = "Notifications")
@RequestMapping("/api/mails")
class MailController {

    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "recipient", "lower(recipient)",
            "status", "status",
            "attempts", "attempts",
            "created_at", "created_at",
            "sent_at", "sent_at");

    private final Mails mails;
    private final Mailing mailing;

    MailController(Mails mails, Mailing mailing) {
        this.mails = mails;
        this.mailing = mailing;
    }

    @GetMapping
    @OpenTo(value = OpenTo.Rows.ALL, groups = "admin")
    @Operation(summary = "The outbox, newest first")
    @Refuses(400)
    Page<Mail> list(
            @RequestParam(name = "status", required = false) @Nullable String status,
            @RequestParam(name = "recipient", required = false) @Nullable String recipient,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        return mails.list(status, recipient, PageRequest.of(page, size, sort, SORTABLE, "created_at desc, id desc"));
    }

    @GetMapping("/{id}")
    @OpenTo(value = OpenTo.Rows.ALL, groups = "admin")
    @Operation(
            summary =
                    "A mail with what it says; what holds a secret only where Loanflow is tried out without a mail server")
    @Refuses({400, 403, 404})
    Mailing.Text read(@PathVariable("id") long id) {
        return mailing.read(id);
    }

    @PostMapping("/{id}/resend")
    @OpenTo(value = OpenTo.Rows.ALL, groups = "admin")
    @Operation(summary = "Send a mail now, again if need be")
    @Refuses({400, 404, 409})
    Mail resend(@PathVariable("id") long id) {
        return mailing.resend(id);
    }
}
