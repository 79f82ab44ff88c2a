package io.loanflow.identity.web;

import io.loanflow.identity.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the caller by the Authorization header; a header that does not hold is as good as none. */
class CallerFilter extends OncePerRequestFilter {

    private final Function<String, Optional<Viewer>> recognise;

    /** @param recognise from the header's value to the caller */
    CallerFilter(Function<String, Optional<Viewer>> recognise) {
        this.recognise = recognise;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(recognise)
                .ifPresent(CallerFilter::remember);
        chain.doFilter(request, response);
    }

    private static void remember(Viewer viewer) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(viewer));
        SecurityContextHolder.setContext(context);
    }
}
