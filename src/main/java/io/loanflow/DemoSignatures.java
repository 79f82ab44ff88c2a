package io.loanflow;

import io.loanflow.document.DocumentSigning;
import io.loanflow.document.SignedBy;
import io.loanflow.document.SigningInputs;
import io.loanflow.document.Signings;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The signers of the sample applications: they sign by the links that were mailed to them. */
@Component
class DemoSignatures {

    private final DocumentSigning process;
    private final Signings signings;

    DemoSignatures(DocumentSigning process, Signings signings) {
        this.process = process;
        this.signings = signings;
    }

    /** Everybody signs what an approval needs, and the application goes on by itself. */
    void give(String reference) {
        process.catchUp(reference);
        for (var asked = signings.asked(reference); !asked.isEmpty(); asked = signings.asked(reference)) {
            asked.forEach(signer -> sign(reference, signer));
        }
        process.catchUp(reference);
    }

    private void sign(String reference, long signerId) {
        var signing = signings.ofSigner(signerId).orElseThrow();
        process.answer(
                reference,
                signing,
                signerId,
                Map.of(
                        SigningInputs.DECISION,
                        SigningInputs.SIGN,
                        SigningInputs.NAME,
                        signing.signer(signerId).name(),
                        SigningInputs.AUTHENTICATED_BY,
                        SignedBy.LINK));
    }
}
