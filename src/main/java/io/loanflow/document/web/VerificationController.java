package io.loanflow.document.web;

import io.loanflow.document.DocumentSight;
import io.loanflow.document.Verification;
import io.loanflow.document.VerificationResult;
import io.loanflow.identity.CurrentUser;
import io.loanflow.platform.web.OpenTo;
import io.loanflow.platform.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/documents/{id}/verification}: for whoever sees the document. */
@RestController
@Tag(name = "Documents")
class VerificationController {

    private final DocumentSight sight;
    private final Verification verification;
    private final CurrentUser currentUser;

    VerificationController(DocumentSight sight, Verification verification, CurrentUser currentUser) {
        this.sight = sight;
        this.verification = verification;
        this.currentUser = currentUser;
    }

    @OpenTo(OpenTo.Rows.VISIBLE)
    @GetMapping("/api/documents/{id}/verification")
    @Operation(summary = "Whether file, evidence and digital signature still agree; null for what does not apply yet")
    @Refuses({400, 404})
    VerificationResult verify(@PathVariable long id) {
        return verification.of(sight.require(currentUser.get(), id).document());
    }
}
