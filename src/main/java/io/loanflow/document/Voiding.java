package io.loanflow.document;

import static io.loanflow.document.Evidence.Kind;

import io.loanflow.application.ApplicationEdited;
import io.loanflow.platform.BeforeCommit;
import io.loanflow.workflow.StageEntered;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends what is not valid any more: signings of a replaced version, documents that show what has changed. */
@Component
class Voiding {

    private final Documents documents;
    private final Signings signings;
    private final Facts facts;
    private final EvidenceChain evidence;
    private final DocumentSigning process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Voiding(
            Documents documents,
            Signings signings,
            Facts facts,
            EvidenceChain evidence,
            DocumentSigning process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.signings = signings;
        this.facts = facts;
        this.evidence = evidence;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(VersionReplaced replaced) {
        endSigning(replaced.old(), "The document was replaced by a newer version.");
    }

    /** What a document shows has changed: whoever signed it has signed something else. */
    @EventListener
    void on(ApplicationEdited edited) {
        documents.heads(edited.reference()).stream()
                .filter(document -> document.generated() && !document.status().equals(Signing.VOIDED))
                .filter(document -> facts.areTouched(document.shows(), edited.fields()))
                .forEach(document -> voided(
                        document,
                        "What the document shows was changed; where it is still needed, it has to be made anew."));
    }

    @EventListener
    void on(StageEntered entered) {
        if (entered.voidsSignings()) {
            documents
                    .heads(entered.reference())
                    .forEach(document -> takeBack(
                            document,
                            "The application is now in the stage "
                                    + entered.stage().name() + "."));
        }
    }

    /** What somebody has signed stays; a letter of an approval that does not stand is not valid any more. */
    private void takeBack(Document document, String reason) {
        boolean letter = document.generated()
                && document.status().equals("generated")
                && Letters.APPROVING.contains(document.type());
        if (!endSigning(document, reason) && letter) {
            documents.markVoided(document.id(), reason);
        }
    }

    /** The document itself is not valid any more. */
    void voided(Document document, String reason) {
        if (!endSigning(document, reason)) {
            signings.newest(document.id())
                    .filter(signing -> Signing.SIGNED.equals(signing.outcome()))
                    .ifPresent(signing -> {
                        note(signing, document, reason);
                        tell(document, signing, reason);
                    });
        }
        documents.markVoided(document.id(), reason);
    }

    private boolean endSigning(Document document, String reason) {
        var running = signings.newest(document.id())
                .filter(signing -> signings.end(signing.id(), Signing.VOIDED, reason, clock.instant()));
        running.ifPresent(signing -> {
            note(signing, document, reason);
            tell(document, signing, reason);
            BeforeCommit.run(() -> process.voided(document.reference(), document.id()));
        });
        return running.isPresent();
    }

    private void note(Signing signing, Document document, String reason) {
        evidence.append(signing, document, Kind.VOIDED, null, Map.of("reason", reason));
    }

    private void tell(Document document, Signing signing, String reason) {
        var told = signing.asked().stream()
                .map(signer -> new SigningEnded.Told(signer, null))
                .toList();
        events.publishEvent(new SigningEnded(document, Signing.VOIDED, reason, told));
    }
}
