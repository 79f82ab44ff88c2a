package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses at every door, before anybody is recognised, what no door could read the same way as the others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLineFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            RequestLine.check(request);
        } catch (Problem refused) {
            if (refused.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
                response.setHeader(HttpHeaders.ALLOW, String.join(", ", new java.util.TreeSet<>(RequestLine.METHODS)));
            }
            Problems.write(response, refused, request.getRequestURI());
            return;
        }
        chain.doFilter(request, response);
    }
}
