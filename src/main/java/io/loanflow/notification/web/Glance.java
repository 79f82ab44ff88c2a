package io.loanflow.notification.web;

import io.loanflow.notification.SocketLogin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one person sees while one batch of events is told: looked up once and not kept. */
final class Glance {

    private final SocketSources sources;
    private final SocketLogin login;
    private final Map<String, Boolean> visible = new HashMap<>();
    private @Nullable Long unread;

    Glance(SocketSources sources, SocketLogin login) {
        this.sources = sources;
        this.login = login;
    }

    boolean sees(String reference) {
        return visible.computeIfAbsent(reference, asked -> sources.visibility().maySee(login.viewer(), asked));
    }

    Frames.UnreadCount unread() {
        if (unread == null) {
            unread = sources.inbox().unread(login.userId());
        }
        return new Frames.UnreadCount(unread);
    }
}
