package io.loanflow.notification.web;

import io.loanflow.identity.AccessTokens;
import io.loanflow.notification.EventLog;
import io.loanflow.notification.SocketLogin;
import io.loanflow.notification.SocketTickets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who a client that connects is: by ticket, by header or by token, the first of them that it names. */
@Component
class SocketLogins {

    private final AccessTokens tokens;
    private final SocketTickets tickets;
    private final EventLog log;

    SocketLogins(AccessTokens tokens, SocketTickets tickets, EventLog log) {
        this.tokens = tokens;
        this.tickets = tickets;
        this.log = log;
    }

    /** Empty when nothing valid is there; uses up a ticket. */
    Optional<SocketLogin> of(HttpServletRequest request) {
        var query = SocketQuery.of(request);
        if (query.ticket() != null) {
            var here = log.head();
            return tickets.redeem(query.ticket()).filter(this::stillGood).map(login -> login.checkedAgain(here));
        }
        var bearer = SocketQuery.bearer(request);
        var token = bearer != null ? bearer : query.token();
        return token == null ? Optional.empty() : ofToken(token);
    }

    Optional<SocketLogin> ofToken(String token) {
        var here = log.head();
        return tokens.verify(token)
                .filter(good -> good.expiresAt().isAfter(Instant.now()))
                .map(good -> new SocketLogin(good.viewer(), good.sessionId(), good.expiresAt(), here));
    }

    /** True unless it expired, ended or lost its rights since it was checked. */
    private boolean stillGood(SocketLogin login) {
        return login.expiresAt().isAfter(Instant.now())
                && !log.endedSince(login.checkedAt(), login.userId(), login.sessionId());
    }
}
