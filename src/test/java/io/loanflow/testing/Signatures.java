package io.loanflow.testing;

import io.loanflow.document.DocumentSigning;
import io.loanflow.document.Signing;
import io.loanflow.document.SigningInputs;
import io.loanflow.document.Signings;
import io.loanflow.workflow.Gate;
import io.loanflow.workflow.GateRequest;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** The signers of an approved application: they sign whatever they are asked for, by their links. */
public final class Signatures {

    private static final long PATIENCE_MILLIS = 30_000;

    private final Lending lending;
    private final String reference;

    public Signatures(Lending lending, String reference) {
        this.lending = lending;
        this.reference = reference;
    }

    /** Waits for the documents of the approval, signs all, and waits until the application has moved on by itself. */
    public void give() {
        boolean any = false;
        var end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (unsigned()) {
            any |= signWhatIsAsked();
            pause(end, "signed");
        }
        while (any && lending.positions().of(reference).stageId().equals("approved")) {
            pause(end, "in settlement");
        }
    }

    /** Signs what people are asked for now. */
    public boolean signWhatIsAsked() {
        var signings = lending.bean(Signings.class);
        var asked = signings.asked(reference);
        asked.forEach(signer -> sign(signings.ofSigner(signer).orElseThrow(), signer));
        return !asked.isEmpty();
    }

    private void sign(Signing signing, long signer) {
        lending.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> lending.bean(DocumentSigning.class)
                        .answer(
                                reference,
                                signing,
                                signer,
                                Map.of(
                                        SigningInputs.DECISION,
                                        SigningInputs.SIGN,
                                        SigningInputs.NAME,
                                        signing.signer(signer).name(),
                                        SigningInputs.AUTHENTICATED_BY,
                                        "link")));
    }

    private boolean unsigned() {
        var gate = (Gate) lending.spring().getBean("documentsSigned");
        return !gate.reasonsAgainst(new GateRequest(reference, null, Map.of())).isEmpty();
    }

    private void pause(long end, String what) {
        if (System.currentTimeMillis() > end) {
            throw new AssertionError(reference + " is not " + what + " after a long wait");
        }
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
