package io.loanflow.document;

import io.loanflow.identity.CallerAddress;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.ApplicationLock;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What signers answer: through their log-in, or by the link that was mailed to them. */
@Component
public class SigningAnswers {

    private final DocumentSight sight;
    private final Documents documents;
    private final Signings signings;
    private final SigningLinks links;
    private final EvidenceChain evidence;
    private final CallerAddress address;
    private final CurrentUser currentUser;
    private final DocumentSigning process;
    private final ApplicationLock lock;
    private final Clock clock;

    SigningAnswers(
            DocumentSight sight,
            Documents documents,
            Signings signings,
            SigningLinks links,
            EvidenceChain evidence,
            CallerAddress address,
            CurrentUser currentUser,
            DocumentSigning process,
            ApplicationLock lock,
            Clock clock) {
        this.sight = sight;
        this.documents = documents;
        this.signings = signings;
        this.links = links;
        this.evidence = evidence;
        this.address = address;
        this.currentUser = currentUser;
        this.process = process;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Somebody with a log-in signs or refuses.
     *
     * @param read reads what they sent, by the names of {@link SigningInputs}, once it is known that they may
     * @throws Problem 404, 409 when the document is not being signed or it is not their turn, 403 when they are no signer
     */
    @Transactional
    public void give(long documentId, Viewer caller, Supplier<Map<String, String>> read) {
        var reference = sight.require(caller, documentId).document().reference();
        lock.acquire(reference);
        var document = sight.require(caller, documentId).document();
        var signing = signings.newest(documentId)
                .filter(Signing::isRunning)
                .orElseThrow(() -> Problem.conflict(
                        "This version of the document is not being signed; it is " + document.status() + ".",
                        Map.of("status", document.status())));
        var signer = signing.signerOf(caller.userId())
                .orElseThrow(() -> Problem.forbidden("You are not one of the signers of this document."));
        requireTurn(signer);
        process.answer(reference, signing, signer.id(), read.get());
    }

    /**
     * Whoever has the link signs or refuses, whoever they are logged in as.
     *
     * @throws Problem 404 for an unknown or altered link, 410 when it is used, too old, or of a signing that is over
     */
    @Transactional
    public void give(String token, Map<String, String> inputs) {
        var met = byLink(token);
        lock.acquire(met.document().reference());
        var now = byLink(token);
        var answered = new HashMap<>(inputs);
        answered.put(SigningInputs.AUTHENTICATED_BY, SignedBy.LINK);
        currentUser.asTheSystem(() -> process.answer(
                now.document().reference(), now.signing(), now.signer().id(), answered));
    }

    /**
     * What a link leads to.
     *
     * @throws Problem as {@link #give(String, Map)}
     */
    public ByLink byLink(String token) {
        var link = links.require(token, SigningLinks.SIGN);
        var signing = signings.ofSigner(link.signerId()).orElseThrow();
        var document = documents.find(signing.documentId()).orElseThrow();
        var signer = signing.signer(link.signerId());
        if (!signing.isRunning() && !Signing.SIGNED.equals(signing.outcome())) {
            throw Problem.gone("This document is not to be signed any more: it is " + words(signing) + ".");
        }
        if (link.usedAt() != null || !signer.isAsked()) {
            throw Problem.gone("This link has been used. What you signed is sent to you when everybody has signed.");
        }
        if (!clock.instant().isBefore(link.expiresAt())) {
            throw Problem.gone("This link is too old. Ask for a new one.");
        }
        return new ByLink(document, signing, signer);
    }

    /** The same, written down the first time: the signer has opened the document. */
    @Transactional
    public ByLink open(String token) {
        var met = byLink(token);
        boolean first = evidence.of(met.signing().id()).stream()
                .noneMatch(row -> row.kind() == Evidence.Kind.OPENED
                        && Long.valueOf(met.signer().id()).equals(row.signerId()));
        if (first) {
            evidence.append(
                    met.signing(),
                    met.document(),
                    Evidence.Kind.OPENED,
                    met.signer(),
                    by(met.signer()).facts());
        }
        return met;
    }

    private SignedBy by(Signer signer) {
        return new SignedBy(
                signer.name(),
                SignedBy.LINK,
                null,
                signer.email(),
                address.find().orElse(null),
                address.agent().orElse(null));
    }

    /** What has become of the document by now. */
    public String status(long documentId) {
        return documents.find(documentId).orElseThrow().status();
    }

    /** How many have still to sign it. */
    public int outstanding(long documentId) {
        return signings.newest(documentId).filter(Signing::isRunning).stream()
                .mapToInt(signing -> (int) signing.signers().stream()
                        .filter(signer -> signer.signedAt() == null)
                        .count())
                .sum();
    }

    /** Where the signer finds the signed copy once there is one. */
    @Transactional
    public String pathToCopy(long signerId) {
        return links.pathToCopy(signerId);
    }

    /** @throws Problem 404 for an unknown link, 410 when it is too old */
    public Document copy(String token) {
        var link = links.require(token, SigningLinks.COPY);
        if (!clock.instant().isBefore(link.expiresAt())) {
            throw Problem.gone("This link is too old. Ask for a new one.");
        }
        var signing = signings.ofSigner(link.signerId()).orElseThrow();
        return documents.find(signing.documentId()).orElseThrow();
    }

    /** What the holder of a link may see. */
    public record ByLink(Document document, Signing signing, Signer signer) {}

    private static void requireTurn(Signer signer) {
        if (!signer.isAsked()) {
            throw Problem.conflict(
                    signer.askedAt() == null
                            ? "It is not your turn yet; you are asked when it is."
                            : "You have answered already.",
                    Map.of("state", signer.state()));
        }
    }

    private static String words(Signing signing) {
        return signing.reason() == null
                ? String.valueOf(signing.outcome())
                : signing.outcome() + " (" + signing.reason() + ")";
    }
}
