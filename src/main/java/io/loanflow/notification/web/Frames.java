package io.loanflow.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.loanflow.notification.Cursor;
import io.loanflow.notification.Event;
import io.loanflow.notification.Notification;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a client is told, as it goes into JSON. */
final class Frames {

    private Frames() {}

    @JsonPropertyOrder("type")
    @Schema(oneOf = {Told.class, Moved.class})
    interface Frame {

        @JsonProperty("type")
        String type();
    }

    record UnreadCount(long count) implements Frame {

        @Override
        public String type() {
            return "unread_count";
        }
    }

    record Told(Cursor cursor, Notification notification) implements Frame {

        @Override
        public String type() {
            return Event.NOTIFICATION;
        }
    }

    record Moved(
            String reference,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String from,

            String to,
            Instant at,
            Cursor cursor)
            implements Frame {

        @Override
        public String type() {
            return Event.APPLICATION_STATUS;
        }

        static Moved of(Event event, Cursor cursor) {
            var payload = event.payload();
            return new Moved(
                    String.valueOf(event.reference()),
                    payload.get("from"),
                    payload.getOrDefault("to", ""),
                    event.at(),
                    cursor);
        }
    }

    record Refused(String code, String message) implements Frame {

        @Override
        public String type() {
            return "error";
        }
    }

    record Pong() implements Frame {

        @Override
        public String type() {
            return "pong";
        }
    }
}
