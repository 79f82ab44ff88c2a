package io.loanflow.document.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.document.Document;
import io.loanflow.document.Documents;
import io.loanflow.document.SeenDocument;
import io.loanflow.identity.Accounts;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.web.EntityTag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Documents as the API shows them. */
@Component
class DocumentResources {

    private final Documents documents;
    private final Accounts accounts;
    private final ObjectMapper json;

    DocumentResources(Documents documents, Accounts accounts, ObjectMapper json) {
        this.documents = documents;
        this.accounts = accounts;
        this.json = json;
    }

    List<DocumentResource> of(List<SeenDocument> seen) {
        var names = accounts.names(seen.stream()
                .map(each -> each.document().createdBy())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return seen.stream()
                .map(each -> of(each.document(), each.viewer(), names))
                .toList();
    }

    /** With a tag that changes whenever the version does, its status included. */
    ResponseEntity<DocumentResource> tagged(ResponseEntity.BodyBuilder answer, SeenDocument seen) {
        var resource = of(List.of(seen)).get(0);
        return answer.eTag(EntityTag.of(documents.revision(resource.id()), written(resource)))
                .body(resource);
    }

    private byte[] written(DocumentResource resource) {
        try {
            return json.writeValueAsBytes(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentResource of(Document document, Viewer viewer, Map<String, String> names) {
        return new DocumentResource(
                document.id(),
                document.reference(),
                document.type(),
                document.title(),
                document.description(),
                document.fileName(),
                document.contentType(),
                document.content().size(),
                document.content().sha256(),
                document.version(),
                document.head(),
                document.generated(),
                document.shared(),
                document.status(),
                document.statusReason(),
                person(document.createdBy(), viewer, names),
                document.createdAt());
    }

    private static DocumentResource.@Nullable Person person(
            @Nullable String id, Viewer viewer, Map<String, String> names) {
        boolean hidden = !viewer.in("admin", "credit", "accounts", "bd", "broker")
                && !viewer.userId().equals(id);
        return id == null || hidden ? null : new DocumentResource.Person(id, names.getOrDefault(id, id));
    }
}
