package io.loanflow.notification.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.identity.Visibility;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.Feed;
import io.loanflow.notification.Inbox;
import org.springframework.stereotype.Component;

/** Where a socket gets from what it tells its client. */
@Component
record SocketSources(EventLog log, Feed feed, Inbox inbox, Visibility visibility, ObjectMapper json) {

    String text(Frames.Frame frame) {
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A frame could not be written: " + frame.type(), e);
        }
    }
}
