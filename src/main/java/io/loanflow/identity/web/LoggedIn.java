package io.loanflow.identity.web;

import io.loanflow.identity.Tokens;

/** What a log-in answers with; {@code expiresIn} is the access token's lifetime in seconds. */
record LoggedIn(String access, String refresh, long expiresIn, User user) {

    static LoggedIn of(Tokens tokens, User user) {
        return new LoggedIn(tokens.access(), tokens.refresh(), tokens.expiresIn(), user);
    }

    /** Never the tokens. */
    @Override
    public String toString() {
        return "LoggedIn[" + user.id() + "]";
    }
}
