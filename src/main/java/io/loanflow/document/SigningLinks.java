package io.loanflow.document;

import io.loanflow.identity.SecretTokens;
import io.loanflow.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The links by which people without a log-in sign, and read what they have signed; whoever has one is taken for its signer. */
@Component
class SigningLinks {

    static final String SIGN = "sign";
    static final String COPY = "copy";

    private static final Duration LIFE_OF_A_COPY = Duration.ofDays(30);

    private final Signings signings;
    private final Clock clock;
    private final String base;

    SigningLinks(Signings signings, Clock clock, @Value("${loanflow.public-url:http://localhost:8080}") String base) {
        this.signings = signings;
        this.clock = clock;
        this.base = base;
    }

    /** Where somebody reads the document who is logged in to Tasklist. */
    String toRead(long documentId) {
        return base + "/camunda/documents/" + documentId;
    }

    /** A link that takes one signature, good until it is given, the signing ends or its time is over. */
    String toSign(long signerId, Instant expiresAt) {
        return base + "/sign/" + draw(signerId, SIGN, expiresAt);
    }

    /** A link to what everybody has signed. */
    String toCopy(long signerId) {
        return base + pathToCopy(signerId);
    }

    /** The same for the page itself, which may be known by another address. */
    String pathToCopy(long signerId) {
        return "/sign/copies/" + draw(signerId, COPY, clock.instant().plus(LIFE_OF_A_COPY));
    }

    /** @throws Problem 404 when there is no such link: an altered one looks like one that never was */
    Signings.Link require(String token, String purpose) {
        return signings.link(SecretTokens.hash(token))
                .filter(link -> link.purpose().equals(purpose))
                .orElseThrow(() -> Problem.notFound("link"));
    }

    private String draw(long signerId, String purpose, Instant expiresAt) {
        var token = SecretTokens.draw();
        signings.keepLink(SecretTokens.hash(token), signerId, purpose, expiresAt);
        return token;
    }
}
