package io.loanflow.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a client says of itself when it connects. */
record SocketQuery(
        @Nullable String ticket,
        @Nullable String token,
        @Nullable String after) {

    private static final String ATTRIBUTE = SocketQuery.class.getName();
    private static final String BEARER = "bearer ";

    /** Takes it from the URL and keeps it with the request, out of sight of whatever logs URLs. */
    static void keep(HttpServletRequest request) {
        request.setAttribute(
                ATTRIBUTE,
                new SocketQuery(
                        request.getParameter("ticket"), request.getParameter("token"), request.getParameter("after")));
    }

    static SocketQuery of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof SocketQuery kept ? kept : new SocketQuery(null, null, null);
    }

    static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** Never the ticket or the token. */
    @Override
    public String toString() {
        return "SocketQuery[]";
    }
}
