package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.secrets.Secret;
import org.jspecify.annotations.Nullable;

/** Masks that come back, because whoever reads, changes and sends back has nothing else. */
final class Masks {

    private Masks() {}

    /**
     * Puts the number where the mask of the very same number has been sent. Any other mask stays, and is refused like
     * everything that is not a number.
     */
    static void lift(JsonNode node, String field, @Nullable Secret present) {
        if (present != null
                && node instanceof ObjectNode object
                && present.mask().equals(object.path(field).asText().strip())) {
            object.put(field, present.reveal());
        }
    }
}
