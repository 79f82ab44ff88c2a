package io.loanflow.document;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.workflow.ApplicationLock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends documents for signing when somebody asks for it. */
@Component
public class SigningRequests {

    private static final String PDF = "application/pdf";

    private final DocumentSight sight;
    private final Signings signings;
    private final SignerChoice choice;
    private final DocumentSigning process;
    private final ApplicationLock lock;

    SigningRequests(
            DocumentSight sight,
            Signings signings,
            SignerChoice choice,
            DocumentSigning process,
            ApplicationLock lock) {
        this.sight = sight;
        this.signings = signings;
        this.choice = choice;
        this.process = process;
        this.lock = lock;
    }

    /**
     * Starts a signing.
     *
     * @throws Problem 404, 409 when it is being signed or not valid any more, 403 not this person, 422 when it cannot be signed
     */
    @Transactional
    public void request(long documentId, Viewer caller) {
        var reference = sight.require(caller, documentId).document().reference();
        lock.acquire(reference);
        var seen = sight.require(caller, documentId);
        var document = seen.document();
        refuse(document);
        if (!seen.viewer().in("admin", "credit", "bd", "broker")) {
            throw Problem.forbidden("Documents are sent for signing by admin, credit, bd and the own broker.");
        }
        if (!document.contentType().equals(PDF)) {
            throw Problem.gateClosed(List.of(new Violation(
                    "", "not_a_pdf", "Only a PDF can be signed; this is " + document.contentType() + ".")));
        }
        var reasons = SignerChoice.reasonsAgainst(choice.of(reference, document.type()));
        if (!reasons.isEmpty()) {
            throw Problem.gateClosed(reasons);
        }
        process.request(reference, documentId);
    }

    private void refuse(Document document) {
        if (!document.head()) {
            throw Problem.conflict("There is a newer version of this document; have that one signed.", Map.of());
        }
        if (signings.newest(document.id()).filter(Signing::isRunning).isPresent()) {
            throw Problem.conflict("The document is being signed already.", Map.of());
        }
        if (document.status().equals(Signing.SIGNED)) {
            throw Problem.conflict("The document is signed.", Map.of());
        }
        if (document.status().equals(Signing.VOIDED)) {
            throw Problem.conflict(
                    "The document is not valid any more: " + document.statusReason() + " Make it anew.", Map.of());
        }
    }
}
