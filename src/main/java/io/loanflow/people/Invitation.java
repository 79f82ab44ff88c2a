package io.loanflow.people;

import java.time.Instant;

/** That somebody has been invited; the token is only in the mail. */
public record Invitation(String email, Instant expiresAt) {}
