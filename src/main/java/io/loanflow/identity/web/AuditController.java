package io.loanflow.identity.web;

import io.loanflow.identity.AuditEntries;
import io.loanflow.identity.AuditEntry;
import io.loanflow.identity.AuditFilter;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.Days;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.PageRequest;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail, for admins to read; nobody can change it. */
@RestController
@Tag(name = "Users")
class AuditController {

    private static final Map<String, String> SORTABLE = Map.of("id", "id", "at", "at", "action", "action");

    private final AuditEntries entries;
    private final Days days;

    AuditController(AuditEntries entries, Days days) {
        this.entries = entries;
        this.days = days;
    }

    @GetMapping("/api/audit")
    @OpenTo(value = OpenTo.Rows.ALL, groups = "admin")
    @Operation(summary = "What was done to accounts and secrets, newest first")
    @Refuses(400)
    Page<AuditEntry> list(
            @RequestParam(name = "action", required = false) @Nullable String action,
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            @RequestParam(name = "subject_type", required = false) @Nullable String subjectType,
            @RequestParam(name = "subject_id", required = false) @Nullable String subjectId,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "page", required = false) @Nullable Integer page,
            @RequestParam(name = "size", required = false) @Nullable Integer size,
            @RequestParam(name = "sort", required = false) @Nullable String sort) {
        var asked = PageRequest.of(page, size, sort, SORTABLE, "at desc, id desc");
        var filter =
                new AuditFilter(action, actor, subjectType, subjectId, days.from("from", from), days.before("to", to));
        return entries.list(filter, asked);
    }
}
