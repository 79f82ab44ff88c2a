package io.loanflow.document;

import static io.loanflow.document.Evidence.Kind;

import io.loanflow.identity.CallerAddress;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Blank;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps what a signer answers, with the evidence of it, whatever door it came through. */
@Component
public class GivenAnswers {

    private final Documents documents;
    private final Signings signings;
    private final EvidenceChain evidence;
    private final CurrentUser currentUser;
    private final CallerAddress address;
    private final Clock clock;

    GivenAnswers(
            Documents documents,
            Signings signings,
            EvidenceChain evidence,
            CurrentUser currentUser,
            CallerAddress address,
            Clock clock) {
        this.documents = documents;
        this.signings = signings;
        this.evidence = evidence;
        this.currentUser = currentUser;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Keeps a signature.
     *
     * @param inputs what the signer entered, by the names of {@link SigningInputs}
     * @throws Problem 400 when it is none, 403 when somebody else gives it
     */
    public void sign(long signerId, Map<String, String> inputs) {
        var signing = signings.ofSigner(signerId).orElseThrow();
        var document = documents.find(signing.documentId()).orElseThrow();
        var signer = requireTurn(signing, signerId, inputs);
        var by = by(signer, inputs);
        var signature = signature(inputs);
        signings.markSigned(signerId, clock.instant());
        signings.useLinks(signerId, clock.instant());
        evidence.append(signing, document, Kind.SIGNED, signer, by.facts(signature));
    }

    /** @throws Problem 422 without a reason, 403 when somebody else gives it */
    public void refuse(long signerId, Map<String, String> inputs) {
        var signing = signings.ofSigner(signerId).orElseThrow();
        var document = documents.find(signing.documentId()).orElseThrow();
        var signer = requireTurn(signing, signerId, inputs);
        var reason = inputs.getOrDefault(SigningInputs.REASON, "").strip();
        if (Blank.is(reason)) {
            throw Problem.gateClosed(List.of(new Violation("/reason", "reason_needed", "Say why you refuse to sign.")));
        }
        signings.markDeclined(signerId, clock.instant());
        signings.useLinks(signerId, clock.instant());
        var facts = new HashMap<>(by(signer, inputs).facts());
        facts.put("reason", reason);
        evidence.append(signing, document, Kind.DECLINED, signer, facts);
        signings.end(signing.id(), Signing.DECLINED, signer.name() + " refused to sign: " + reason, clock.instant());
    }

    /** The signer, if it is their turn and they give it themselves. */
    private Signer requireTurn(Signing signing, long signerId, Map<String, String> inputs) {
        var signer = signing.signer(signerId);
        if (!signing.isRunning() || !signer.isAsked()) {
            throw Problem.conflict("It is not this signer's turn.", Map.of());
        }
        if (!clock.instant().isBefore(signing.expiresAt())) {
            throw Problem.conflict("The time for signing is over. The lender can start it again.", Map.of());
        }
        var caller = currentUser.find().map(Viewer::userId);
        boolean own = caller.isPresent()
                ? caller.get().equals(signer.userId())
                : SignedBy.LINK.equals(inputs.get(SigningInputs.AUTHENTICATED_BY));
        if (!own) {
            throw Problem.forbidden("Only " + signer.name() + " can answer this, and nobody for them.");
        }
        return signer;
    }

    private SignedBy by(Signer signer, Map<String, String> inputs) {
        var user = currentUser.find().map(Viewer::userId).orElse(null);
        return new SignedBy(
                inputs.getOrDefault(SigningInputs.NAME, signer.name()).strip(),
                user == null ? SignedBy.LINK : SignedBy.PASSWORD,
                user,
                signer.email(),
                address.find().orElse(null),
                address.agent().orElse(null));
    }

    /** In Tasklist the typed name is the signature. */
    private static Signature signature(Map<String, String> inputs) {
        var name = inputs.getOrDefault(SigningInputs.NAME, "").strip();
        if (Blank.is(name)) {
            throw Problem.badInput("/name", "missing", "Type your full name.");
        }
        Signature.faultOfName(name).ifPresent(why -> {
            throw Problem.badInput("/name", "not_a_name", why);
        });
        return new Signature(
                        inputs.getOrDefault(SigningInputs.KIND, Signature.TYPED),
                        inputs.getOrDefault(SigningInputs.VALUE, name))
                .require("/signature");
    }
}
