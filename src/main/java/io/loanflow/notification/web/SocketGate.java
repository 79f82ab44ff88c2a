package io.loanflow.notification.web;

import io.loanflow.notification.SocketLogin;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Lets only those through to the upgrade who are logged in; all others get 401. */
@Component
class SocketGate implements HandshakeInterceptor {

    static final String LOGIN = SocketLogin.class.getName();
    static final String AFTER = "after";

    private final SocketLogins logins;

    SocketGate(SocketLogins logins) {
        this.logins = logins;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        if (!"websocket".equalsIgnoreCase(servletRequest.getHeader("Upgrade"))) {
            response.getHeaders().set("Upgrade", "websocket");
            refuse(
                    response,
                    servletRequest,
                    Problem.of(426, "Upgrade Required", "Here is a WebSocket and nothing else."));
            return false;
        }
        var login = logins.of(servletRequest);
        if (login.isEmpty()) {
            var detail = "Connect with a fresh ticket or a valid access token.";
            refuse(response, servletRequest, Problem.unauthorized(detail));
            return false;
        }
        attributes.put(LOGIN, login.get());
        var after = SocketQuery.of(servletRequest).after();
        if (after != null) {
            attributes.put(AFTER, after);
        }
        return true;
    }

    private static void refuse(ServerHttpResponse response, HttpServletRequest request, Problem problem)
            throws IOException {
        Problems.write(((ServletServerHttpResponse) response).getServletResponse(), problem, request.getRequestURI());
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
