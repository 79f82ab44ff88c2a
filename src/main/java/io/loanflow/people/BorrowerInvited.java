package io.loanflow.people;

/**
 * A borrower has been invited to link their log-in; who sends the mail listens to this.
 *
 * @param link with the token: for the mail and nothing else
 */
public record BorrowerInvited(long borrowerId, String email, String link) {

    /** Without the link, which opens the borrower's record to whoever has it. */
    @Override
    public String toString() {
        return "BorrowerInvited[borrowerId=" + borrowerId + "]";
    }
}
