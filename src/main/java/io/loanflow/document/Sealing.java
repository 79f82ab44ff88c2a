package io.loanflow.document;

import static io.loanflow.document.Evidence.Kind;

import io.loanflow.workflow.ApplicationLock;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the signed copy of a document that everybody has signed. */
@Component
public class Sealing {

    private final Documents documents;
    private final Contents contents;
    private final Signings signings;
    private final SigningLinks links;
    private final EvidenceChain evidence;
    private final Seals seals;
    private final Voiding voiding;
    private final ApplicationLock lock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sealing(
            Documents documents,
            Contents contents,
            Signings signings,
            SigningLinks links,
            EvidenceChain evidence,
            Seals seals,
            Voiding voiding,
            ApplicationLock lock,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.contents = contents;
        this.signings = signings;
        this.links = links;
        this.evidence = evidence;
        this.seals = seals;
        this.voiding = voiding;
        this.lock = lock;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Closes the signing, adds certificate page and seal, and keeps the signed copy.
     *
     * @return false when nothing was sealed: the signing was voided meanwhile, or is now because these bytes can never be
     *     sealed
     */
    public boolean seal(long documentId) {
        var document = documents.find(documentId).orElseThrow();
        lock.acquire(document.reference());
        var signing = signings.newest(documentId).orElseThrow();
        if (!signing.isRunning()) {
            return false;
        }
        evidence.append(signing, document, Kind.COMPLETED, null, Map.of());
        try (var original = contents.open(document.content().sha256());
                var sealed = seals.seal(document, original, evidence.of(signing.id()));
                var bytes = sealed.open()) {
            documents.markSigned(documentId, contents.keep(bytes));
        } catch (Unsealable never) {
            voiding.voided(document, "It cannot be sealed. " + never.getMessage());
            return false;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        signings.end(signing.id(), Signing.SIGNED, null, clock.instant());
        var told = signing.signers().stream()
                .map(signer ->
                        new SigningEnded.Told(signer, signer.userId() == null ? links.toCopy(signer.id()) : null))
                .toList();
        var signed = documents.find(documentId).orElseThrow();
        events.publishEvent(new SigningEnded(signed, Signing.SIGNED, null, told));
        return true;
    }
}
