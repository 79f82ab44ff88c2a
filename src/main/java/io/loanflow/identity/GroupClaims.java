package io.loanflow.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.input.EmailAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who asks for groups where nobody is given any; the reading of the request refuses it. */
@Component
public class GroupClaims {

    private static final int LONGEST = 200;

    private final AuditTrail trail;

    GroupClaims(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param userId whose groups they are to be; null when there is no account yet */
    public void note(JsonNode body, @Nullable String userId) {
        if (body.has("groups")) {
            var groups = body.path("groups").toString();
            var email = body.path("email").asText().strip();
            var details = Map.of(
                    "groups",
                    groups.length() <= LONGEST ? groups : groups.substring(0, LONGEST),
                    "email",
                    EmailAddress.Check.isAddress(email) ? email : "");
            trail.recordRefusal("groups_refused", Account.SUBJECT, userId, details);
        }
    }
}
