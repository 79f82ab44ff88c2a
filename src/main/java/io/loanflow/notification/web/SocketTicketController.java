package io.loanflow.notification.web;

import io.loanflow.notification.SocketTickets;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.Keyless;
import io.loanflow.platform.web.OpenTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Notifications")
class SocketTicketController {

    private final SocketLogins logins;
    private final SocketTickets tickets;
    private final SocketSettings settings;

    SocketTicketController(SocketLogins logins, SocketTickets tickets, SocketSettings settings) {
        this.logins = logins;
        this.tickets = tickets;
        this.settings = settings;
    }

    @Keyless
    @OpenTo(OpenTo.Rows.OWN)
    @PostMapping("/api/socket-tickets")
    @Operation(summary = "A one-time ticket for the WebSocket")
    @ResponseStatus(HttpStatus.CREATED)
    SocketTickets.Ticket issue(HttpServletRequest request) {
        return Optional.ofNullable(SocketQuery.bearer(request))
                .flatMap(logins::ofToken)
                .map(login -> tickets.issue(login, settings.ticketLife()))
                .orElseThrow(() -> Problem.unauthorized("A ticket needs a valid access token."));
    }
}
