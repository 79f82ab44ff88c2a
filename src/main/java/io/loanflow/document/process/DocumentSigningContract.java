package io.loanflow.document.process;

import io.loanflow.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** The variables of {@code documentSigning}. Nothing is taken from outside but what the form of a signer asks for. */
@Component
class DocumentSigningContract implements ProcessContract {

    static final String PROCESS = "documentSigning";

    /** Long: which version of which document. */
    static final String DOCUMENT_ID = "documentId";

    /** String: what people call the document; for display. */
    static final String DOCUMENT_TITLE = "documentTitle";

    /** String: where a signer who is logged in reads the document; for display. */
    static final String DOCUMENT_LINK = "documentLink";

    /** Date: when the signers' time is over. */
    static final String SIGNING_EXPIRES_AT = "signingExpiresAt";

    /** String: repeating interval (ISO 8601) of the reminders. */
    static final String SIGNING_REMINDERS = "signingReminders";

    /** Transient list of Long: whose turn it is. */
    static final String SIGNER_IDS = "signerIds";

    /** Long: the signer of one turn. */
    static final String SIGNER_ID = "signerId";

    /** String: log-in of the signer of one turn, null without one. */
    static final String SIGNER_USER = "signerUser";

    /** Boolean: somebody has a later turn. */
    static final String SIGNERS_LEFT = "signersLeft";

    /** String: how the signing ended: signed, declined, expired; null when it is void. */
    static final String SIGNING_OUTCOME = "signingOutcome";

    /** Message to the application: a document is to be signed. */
    static final String SIGNING_REQUESTED = "signingRequested";

    /** Message to a signing: it is void. */
    static final String SIGNING_VOIDED = "signingVoided";

    /** Message to the application: every required document is signed. */
    static final String DOCUMENTS_SIGNED = "documentsSigned";

    /** Message to the application: a required document was refused. */
    static final String SIGNATURE_DECLINED = "signatureDeclined";

    @Override
    public String processId() {
        return PROCESS;
    }
}
