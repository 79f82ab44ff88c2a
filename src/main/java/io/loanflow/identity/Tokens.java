package io.loanflow.identity;

/** The pair that a log-in or a refresh answers with; {@code expiresIn} is the access token's lifetime in seconds. */
public record Tokens(String access, String refresh, long expiresIn) {

    /** Never the tokens. */
    @Override
    public String toString() {
        return "Tokens[expiresIn=" + expiresIn + "]";
    }
}
