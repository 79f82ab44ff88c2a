package io.loanflow.notification;

import io.loanflow.document.Document;
import io.loanflow.document.DocumentSight;
import io.loanflow.document.DocumentUploaded;
import io.loanflow.identity.Accounts;
import io.loanflow.identity.Viewer;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who take part in an application, and may see the document, that somebody else handed it in. */
@Component
class DocumentNews {

    private final Inbox inbox;
    private final Parties parties;
    private final Accounts accounts;
    private final DocumentSight sight;

    DocumentNews(Inbox inbox, Parties parties, Accounts accounts, DocumentSight sight) {
        this.inbox = inbox;
        this.parties = parties;
        this.accounts = accounts;
        this.sight = sight;
    }

    @EventListener
    void on(DocumentUploaded uploaded) {
        var document = uploaded.document();
        var people = parties.of(document.reference()).stream()
                .filter(user -> !user.equals(uploaded.by()))
                .filter(user -> sight.maySee(new Viewer(user, accounts.groupsOf(user)), document))
                .collect(Collectors.toSet());
        inbox.tell(people, notice(document));
    }

    private static Notice notice(Document document) {
        var what = document.version() == 1 ? "New document" : "New version of a document";
        return new Notice(
                "document_uploaded",
                what + ": " + document.title(),
                what + " for application " + document.reference() + ": " + document.title() + ".",
                "document",
                String.valueOf(document.id()));
    }
}
