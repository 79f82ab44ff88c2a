package io.loanflow.document;

import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who sees which document: whoever sees the application, brokers and clients of it only what is shared or their own; and
 * whoever has been asked to sign it, a guarantor too, who sees nothing else of the application. The search says the same
 * in SQL.
 */
@Component
public class DocumentSight {

    private final Documents documents;
    private final Signings signings;
    private final Visibility visibility;

    DocumentSight(Documents documents, Signings signings, Visibility visibility) {
        this.documents = documents;
        this.signings = signings;
        this.visibility = visibility;
    }

    /** @throws Problem 404 when it is absent or not this caller's to know of */
    public SeenDocument require(Viewer caller, long id) {
        return documents
                .find(id)
                .map(document -> new SeenDocument(document, visibility.standing(caller, document.reference())))
                .filter(seen -> isSeen(seen.viewer(), seen.document()))
                .orElseThrow(() -> Problem.notFound("document"));
    }

    /** Those of an application's newest versions that the caller sees. */
    public List<SeenDocument> heads(Viewer caller, String reference) {
        var viewer = visibility.require(caller, reference);
        return seen(viewer, documents.heads(reference));
    }

    /** Those of a document's versions that the caller sees. */
    public List<SeenDocument> versions(Viewer caller, long id) {
        var viewer = require(caller, id).viewer();
        return seen(viewer, documents.versions(id));
    }

    public boolean maySee(Viewer caller, Document document) {
        return isSeen(visibility.standing(caller, document.reference()), document);
    }

    private List<SeenDocument> seen(Viewer viewer, List<Document> all) {
        return all.stream()
                .filter(document -> isSeen(viewer, document))
                .map(document -> new SeenDocument(document, viewer))
                .toList();
    }

    /** @param viewer as they stand to the application: in no group at all when they do not see it */
    private boolean isSeen(Viewer viewer, Document document) {
        return SeenDocument.isStaff(viewer)
                || viewer.in("broker", "client")
                        && (document.shared() || viewer.userId().equals(document.createdBy()))
                || signings.isAsked(document.id(), viewer.userId());
    }
}
