package io.loanflow.document;

/** Names of what a signer enters, as the form {@code signDocument} has them, and of what our own doors add. */
public final class SigningInputs {

    /** {@code sign} or {@code refuse}. */
    public static final String DECISION = "decision";

    /** The full name as typed. */
    public static final String NAME = "name";

    /** Why somebody refuses. */
    public static final String REASON = "reason";

    /** {@code typed} or {@code drawn}; typed when left out, as in Tasklist. */
    public static final String KIND = "signatureKind";

    /** The typed name, or the drawing. */
    public static final String VALUE = "signatureValue";

    /** How the signer is known, as in {@link SignedBy}; set by our doors only. */
    public static final String AUTHENTICATED_BY = "authenticatedBy";

    public static final String SIGN = "sign";
    public static final String REFUSE = "refuse";

    private SigningInputs() {}
}
