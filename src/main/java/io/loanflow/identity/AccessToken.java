package io.loanflow.identity;

import java.time.Instant;
import java.util.Set;

/**
 * What a valid access token stands for at this moment.
 *
 * @param groups as stored now, not as they were when the token was made
 */
public record AccessToken(String userId, String sessionId, Set<String> groups, Instant expiresAt) {

    public Viewer viewer() {
        return new Viewer(userId, groups);
    }
}
