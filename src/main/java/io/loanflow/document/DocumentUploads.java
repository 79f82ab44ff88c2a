package io.loanflow.document;

import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.ApplicationLock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people hand in; in whichever stage, because papers come late. */
@Component
public class DocumentUploads {

    private static final int LONGEST_TITLE = 200;

    private final Documents documents;
    private final Contents contents;
    private final DocumentSight sight;
    private final Visibility visibility;
    private final ApplicationLock lock;
    private final ApplicationEventPublisher events;

    DocumentUploads(
            Documents documents,
            Contents contents,
            DocumentSight sight,
            Visibility visibility,
            ApplicationLock lock,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.contents = contents;
        this.sight = sight;
        this.visibility = visibility;
        this.lock = lock;
        this.events = events;
    }

    /** @throws Problem 404 out of sight, 403 for {@code shared} from others than staff */
    @Transactional
    public Document add(String reference, UploadData said, CheckedUpload file, Viewer caller) {
        var viewer = visibility.require(caller, reference);
        requireStaffToShare(said.shared(), viewer);
        lock.acquire(reference);
        var document = documents.add(new NewDocument(
                reference,
                said.documentType(),
                said.title() == null ? titleOf(file.name()) : said.title(),
                said.description(),
                file.name(),
                file.contentType(),
                contents.keep(file.bytes()),
                false,
                said.shared() == null ? !SeenDocument.isStaff(viewer) : said.shared(),
                viewer.userId(),
                Set.of()));
        events.publishEvent(new DocumentUploaded(document, viewer.userId()));
        return document;
    }

    /**
     * Whether the caller may replace this version, before anything is handed in.
     *
     * @param isPresentRevision whether the caller knows the version as it is now
     * @throws Problem 404 out of sight, 409 not the head, 403 not this person, 412 changed in the meantime
     */
    @Transactional(readOnly = true)
    public SeenDocument requireReplaceable(long id, Predicate<Long> isPresentRevision, Viewer caller) {
        var seen = sight.require(caller, id);
        if (!seen.document().head()) {
            throw Problem.conflict(
                    "A newer version of this document is there. Read it and replace that one.", Map.of());
        }
        if (!seen.mayBeReplaced()) {
            throw Problem.forbidden("This document is replaced by bd, credit, admin"
                    + (seen.document().generated() ? "." : " and whoever handed it in."));
        }
        if (!isPresentRevision.test(documents.revision(id))) {
            throw Problem.preconditionFailed("The document has changed since you read it.");
        }
        return seen;
    }

    /** @throws Problem as {@link #requireReplaceable}, and 403 for {@code shared} from others than staff */
    @Transactional
    public Document replace(
            long id, VersionData said, CheckedUpload file, Predicate<Long> isPresentRevision, Viewer caller) {
        lock.acquire(sight.require(caller, id).document().reference());
        var seen = requireReplaceable(id, isPresentRevision, caller);
        requireStaffToShare(said.shared(), seen.viewer());
        var old = seen.document();
        var now = documents.addVersion(
                id,
                new NewDocument(
                        old.reference(),
                        old.type(),
                        said.title() == null ? old.title() : said.title(),
                        said.description() == null ? old.description() : said.description(),
                        file.name(),
                        file.contentType(),
                        contents.keep(file.bytes()),
                        false,
                        said.shared() == null ? old.shared() : said.shared(),
                        caller.userId(),
                        Set.of()));
        events.publishEvent(new VersionReplaced(old, now));
        events.publishEvent(new DocumentUploaded(now, caller.userId()));
        return now;
    }

    private static void requireStaffToShare(@Nullable Boolean shared, Viewer viewer) {
        if (shared != null && !SeenDocument.isStaff(viewer)) {
            throw Problem.forbidden("Whether a document is shared is decided by the lender's staff; leave it out.");
        }
    }

    /** Never half of a character that Java counts as two. */
    private static String titleOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        int end = Math.min(dot < 1 ? fileName.length() : dot, LONGEST_TITLE);
        return fileName.substring(0, Character.isHighSurrogate(fileName.charAt(end - 1)) ? end - 1 : end);
    }
}
