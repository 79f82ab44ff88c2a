package io.loanflow.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.Problem;
import io.loanflow.platform.input.InputReader;
import io.loanflow.workflow.ApplicationLock;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is said of a document, never the document. */
@Component
public class DocumentChanges {

    private final Documents documents;
    private final DocumentSight sight;
    private final InputReader inputs;
    private final ApplicationLock lock;

    DocumentChanges(Documents documents, DocumentSight sight, InputReader inputs, ApplicationLock lock) {
        this.documents = documents;
        this.sight = sight;
        this.inputs = inputs;
        this.lock = lock;
    }

    /**
     * Applies a JSON merge patch (RFC 7396) to {@link DocumentDetails}.
     *
     * @param isPresentRevision whether the caller knows the version as it is now
     * @throws Problem 404 out of sight, 403 not this person, 412 changed in the meantime, 400 with every violation
     */
    @Transactional
    public SeenDocument patch(long id, JsonNode patch, Predicate<Long> isPresentRevision, Viewer caller) {
        lock.acquire(sight.require(caller, id).document().reference());
        var seen = sight.require(caller, id);
        if (!seen.mayBeDescribed()) {
            throw Problem.forbidden("A document is described by bd, credit, admin and whoever handed it in.");
        }
        if (!isPresentRevision.test(documents.revision(id))) {
            throw Problem.preconditionFailed("The document has changed since you read it.");
        }
        var before = details(seen.document());
        var after = inputs.read(MergePatch.apply(inputs.write(before), patch), DocumentDetails.class);
        if (!after.shared().equals(before.shared()) && !SeenDocument.isStaff(seen.viewer())) {
            throw Problem.forbidden("Whether a document is shared is decided by the lender's staff.");
        }
        if (!after.equals(before)) {
            documents.describe(id, after.title(), after.description(), after.shared());
        }
        return new SeenDocument(documents.find(id).orElseThrow(), seen.viewer());
    }

    private static DocumentDetails details(Document document) {
        return new DocumentDetails(document.title(), document.description(), document.shared());
    }
}
