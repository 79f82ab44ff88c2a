package io.loanflow.document;

import io.loanflow.workflow.ApplicationLock;
import org.springframework.stereotype.Component;

/** What the end of a signing means for the application. */
@Component
public class ApplicationProgress {

    private final Documents documents;
    private final Signings signings;
    private final ApprovalRequirements requirements;
    private final DocumentSigning process;
    private final ApplicationLock lock;

    ApplicationProgress(
            Documents documents,
            Signings signings,
            ApprovalRequirements requirements,
            DocumentSigning process,
            ApplicationLock lock) {
        this.documents = documents;
        this.signings = signings;
        this.requirements = requirements;
        this.process = process;
        this.lock = lock;
    }

    /** The document was signed: when it was the last that had to be, the application goes on. */
    public void signed(long documentId) {
        var document = documents.find(documentId).orElseThrow();
        lock.acquire(document.reference());
        if (isRequired(document) && requirements.unsigned(document.reference()).isEmpty()) {
            process.allSigned(document.reference());
        }
    }

    /** The document was refused: when it has to be signed, the application goes back. */
    public void refused(long documentId) {
        var document = documents.find(documentId).orElseThrow();
        lock.acquire(document.reference());
        if (isRequired(document)) {
            var reason = signings.newest(documentId).map(Signing::reason).orElse(null);
            process.refused(document.reference(), document.title() + ": " + reason);
        }
    }

    private boolean isRequired(Document document) {
        return document.generated()
                && requirements.of(document.reference()).stream()
                        .anyMatch(
                                required -> required.signed() && required.type().equals(document.type()));
    }
}
