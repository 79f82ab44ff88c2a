package io.loanflow.document;

import io.loanflow.identity.Viewer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is stored of a document that was generated. */
final class GeneratedDocument {

    private GeneratedDocument() {}

    /** @param before the version that it replaces, whose title, description and sharing it keeps */
    static NewDocument of(
            String reference,
            String type,
            StoredContent content,
            Set<String> shows,
            Optional<Document> before,
            @Nullable Viewer by) {
        var title = title(type);
        return new NewDocument(
                reference,
                type,
                before.map(Document::title).orElse(title),
                before.map(Document::description).orElse(null),
                title + " " + reference + ".pdf",
                "application/pdf",
                content,
                true,
                before.map(Document::shared).orElse(false),
                by == null ? null : by.userId(),
                shows);
    }

    /** {@code loan_agreement} as {@code Loan agreement}. */
    static String title(String type) {
        var words = type.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
