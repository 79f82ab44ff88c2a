package io.loanflow.platform.web;

import io.loanflow.platform.JsonText;
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

/**
 * Keeps bodies of the API small, so that nobody can fill the memory, and clean: one JSON value that can be stored. Uploads,
 * which are streamed, are not held.
 */
@Component
@Order(10)
class BodyLimitFilter extends OncePerRequestFilter {

    private final int limit;

    BodyLimitFilter(@Value("${loanflow.api.largest-body:1MB}") DataSize limit) {
        this.limit = (int) limit.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/sign/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest checked;
        try {
            checked = check(request);
        } catch (Problem refused) {
            Problems.write(response, refused, request.getRequestURI());
            return;
        }
        chain.doFilter(checked, response);
    }

    private HttpServletRequest check(HttpServletRequest request) throws IOException {
        if (BodyType.isUpload(request)) {
            return request;
        }
        var body = RequestWithBody.read(request, limit);
        if (body.length > 0) {
            BodyType.requireJson(request);
            JsonText.check(body);
        }
        return new RequestWithBody(request, body);
    }
}
