package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps bodies of the API small, so that nobody can fill the memory. Uploads, which are streamed, are not held. */
@Component
@Order(10)
class BodyLimitFilter extends OncePerRequestFilter {

    private final int limit;

    BodyLimitFilter(@Value("${loanflow.api.largest-body:1MB}") DataSize limit) {
        this.limit = (int) limit.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getRequestURI().startsWith("/api/") || (type != null && type.startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = RequestWithBody.read(request, limit);
        } catch (Problem tooLarge) {
            response.setHeader("Connection", "close");
            Problems.write(response, tooLarge, request.getRequestURI());
            return;
        }
        chain.doFilter(new RequestWithBody(request, body), response);
    }
}
