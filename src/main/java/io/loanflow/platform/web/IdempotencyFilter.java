package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a POST with an {@code Idempotency-Key} in one transaction together with the record of its answer: either both are
 * there or neither is, so a killed request leaves nothing behind and a repeated one does nothing twice.
 */
@Component
@Order(20)
class IdempotencyFilter extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final IdempotentCalls calls;
    private final KeylessCalls keyless;
    private final TransactionTemplate transaction;

    IdempotencyFilter(IdempotentCalls calls, KeylessCalls keyless, PlatformTransactionManager transactions) {
        this.calls = calls;
        this.keyless = keyless;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || request.getUserPrincipal() == null
                || request.getHeader(KEY) == null
                || keyless.include(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = String.valueOf(request.getHeader(KEY)).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            Problems.write(
                    response,
                    Problem.badInput("", "bad_key", "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters."),
                    request.getRequestURI());
            return;
        }
        var call = new IdempotentCalls.Call(request.getUserPrincipal().getName(), key, RequestHash.of(request));
        var answer = new ContentCachingResponseWrapper(response);
        transaction.executeWithoutResult(status -> {
            if (!answered(call, request, answer)) {
                run(chain, request, answer);
                if (answer.getStatus() >= 300) {
                    status.setRollbackOnly();
                } else {
                    calls.remember(call, answer);
                }
            }
        });
        answer.copyBodyToResponse();
    }

    /** True when the call is not to be made: it has its answer already, or is refused. */
    private boolean answered(IdempotentCalls.Call call, HttpServletRequest request, HttpServletResponse answer) {
        try {
            return calls.replay(call, answer);
        } catch (Problem refused) {
            return write(refused, request, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean write(Problem refused, HttpServletRequest request, HttpServletResponse answer) {
        try {
            Problems.write(answer, refused, request.getRequestURI());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(FilterChain chain, HttpServletRequest request, HttpServletResponse answer) {
        try {
            chain.doFilter(request, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
