package io.loanflow.document;

import static io.loanflow.document.Evidence.Kind;

import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the steps of a signing do, each in the transaction of the engine's step. */
@Component
public class SigningSteps {

    private final Documents documents;
    private final Signings signings;
    private final SignerChoice choice;
    private final SigningTimes times;
    private final SigningLinks links;
    private final EvidenceChain evidence;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SigningSteps(
            Documents documents,
            Signings signings,
            SignerChoice choice,
            SigningTimes times,
            SigningLinks links,
            EvidenceChain evidence,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.signings = signings;
        this.choice = choice;
        this.times = times;
        this.links = links;
        this.evidence = evidence;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a signing begins with.
     *
     * @param link where a signer who is logged in reads it
     * @param reminders repeating interval (ISO 8601) of the reminders
     */
    public record Begun(String reference, String title, String link, Instant expiresAt, String reminders) {}

    /**
     * Whose turn it is.
     *
     * @param more whether somebody has a later turn
     */
    public record Turn(List<Long> signerIds, boolean more) {}

    /** @throws Problem 422 when nobody has to sign it or somebody cannot be asked, 409 when it is being signed already */
    public Begun start(long documentId) {
        var document = document(documentId);
        var signers = choice.of(document.reference(), document.type());
        var reasons = SignerChoice.reasonsAgainst(signers);
        if (!reasons.isEmpty()) {
            throw Problem.gateClosed(reasons);
        }
        var now = clock.instant();
        var plan = times.of(document.type());
        var by = currentUser.find().map(Viewer::userId).orElse(null);
        var signing = signings.start(documentId, signers, by, now, plan.expiresAt(now));
        evidence.append(signing, document, Kind.STARTED, null, Map.of("version", String.valueOf(document.version())));
        return new Begun(
                document.reference(),
                document.title(),
                links.toRead(documentId),
                signing.expiresAt(),
                plan.reminders(now));
    }

    public Turn next(long documentId) {
        var waiting = running(documentId).signers().stream()
                .filter(signer -> signer.askedAt() == null)
                .toList();
        var order = waiting.get(0).order();
        var now = waiting.stream()
                .filter(signer -> signer.order() == order)
                .map(Signer::id)
                .toList();
        return new Turn(now, now.size() < waiting.size());
    }

    /** @return the signer's log-in, null when they have none */
    public @Nullable String ask(long signerId) {
        signings.markAsked(signerId, clock.instant());
        return tell(signerId, Kind.ASKED, false).userId();
    }

    public void remind(long signerId) {
        tell(signerId, Kind.REMINDED, true);
    }

    private Signer tell(long signerId, Kind kind, boolean reminder) {
        var signing = ofSigner(signerId);
        var document = document(signing.documentId());
        var signer = signing.signer(signerId);
        evidence.append(signing, document, kind, signer, to(signer));
        var link = signer.userId() == null ? links.toSign(signerId, signing.expiresAt()) : null;
        events.publishEvent(new SignatureRequested(document, signer, link, signing.expiresAt(), reminder));
        return signer;
    }

    private static Map<String, String> to(Signer signer) {
        return signer.userId() == null
                ? Map.of("name", signer.name(), "email", String.valueOf(signer.email()))
                : Map.of("name", signer.name(), "user_id", signer.userId());
    }

    /** Nobody has signed in time. */
    public void expire(long documentId) {
        var signing = running(documentId);
        signings.end(signing.id(), Signing.EXPIRED, null, clock.instant());
        var document = document(documentId);
        evidence.append(signing, document, Kind.EXPIRED, null, Map.of());
        events.publishEvent(new SigningEnded(document, Signing.EXPIRED, null, told(signing)));
    }

    /** Tells everybody who was asked that one of them has refused. */
    public void tellOfRefusal(long documentId) {
        var signing = signings.newest(documentId).orElseThrow();
        events.publishEvent(new SigningEnded(document(documentId), Signing.DECLINED, signing.reason(), told(signing)));
    }

    private static List<SigningEnded.Told> told(Signing signing) {
        return signing.asked().stream()
                .filter(signer -> signer.declinedAt() == null)
                .map(signer -> new SigningEnded.Told(signer, null))
                .toList();
    }

    private Document document(long id) {
        return documents.find(id).orElseThrow(() -> Problem.notFound("document"));
    }

    private Signing running(long documentId) {
        return signings.newest(documentId).filter(Signing::isRunning).orElseThrow();
    }

    private Signing ofSigner(long signerId) {
        return signings.ofSigner(signerId).orElseThrow();
    }
}
