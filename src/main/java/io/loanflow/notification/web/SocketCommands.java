package io.loanflow.notification.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.notification.Following;
import io.loanflow.notification.Inbox;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Understands what a client asks for; what it cannot understand it answers with an error, and the socket stays open. */
@Component
class SocketCommands {

    private static final Logger LOG = LoggerFactory.getLogger(SocketCommands.class);
    private static final int MOST_REFERENCES = 10_000;

    private final ObjectMapper json;
    private final Inbox inbox;

    SocketCommands(ObjectMapper json, Inbox inbox) {
        this.json = json;
        this.inbox = inbox;
    }

    void run(Socket socket, String text) {
        try {
            run(socket, json.readTree(text));
        } catch (JsonProcessingException e) {
            refuse(socket, "malformed_json", "A message is one JSON object.");
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A message of user {} failed", socket.login().userId(), e);
            refuse(socket, "failed", "That did not work; try again.");
        }
    }

    private void run(Socket socket, JsonNode message) {
        switch (message.path("type").asText()) {
            case "ping" -> socket.send(new Frames.Pong());
            case "get_unread_count" -> socket.tellUnread();
            case "mark_read" -> markRead(socket, message.path("id"));
            case "mark_all_read" -> inbox.markAllRead(socket.login().userId());
            case "subscribe" -> subscribe(socket, message.path("references"));
            default ->
                refuse(
                        socket,
                        "unknown_type",
                        "type is one of ping, get_unread_count, mark_read, mark_all_read, subscribe.");
        }
    }

    private void markRead(Socket socket, JsonNode id) {
        if (!id.asText().matches("\\d{1,18}")) {
            refuse(socket, "bad_id", "id is the number of a notification.");
        } else if (inbox.markRead(socket.login().userId(), id.asLong()).isEmpty()) {
            refuse(socket, "not_found", "There is no such notification.");
        }
    }

    private void subscribe(Socket socket, JsonNode references) {
        var following = following(references);
        if (following.isNothing()) {
            refuse(socket, "bad_references", "references is \"all\" or a list of references.");
        } else if (following.references().size()
                        + socket.following().references().size()
                > MOST_REFERENCES) {
            refuse(socket, "too_many_references", "Subscribe to \"all\" instead.");
        } else {
            socket.follow(following);
        }
    }

    /** Nothing when it is not understood. */
    private static Following following(JsonNode references) {
        if (references.isTextual()) {
            return references.asText().equals("all") ? Following.ALL : Following.NOTHING;
        }
        Set<String> named = new HashSet<>();
        for (var reference : references) {
            if (!references.isArray() || !reference.isTextual()) {
                return Following.NOTHING;
            }
            named.add(reference.asText());
        }
        return new Following(false, named);
    }

    private static void refuse(Socket socket, String code, String message) {
        socket.send(new Frames.Refused(code, message));
    }
}
