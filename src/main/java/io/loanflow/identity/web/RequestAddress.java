package io.loanflow.identity.web;

import io.loanflow.identity.CallerAddress;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Component
class RequestAddress implements CallerAddress {

    private static final int LONGEST_AGENT = 300;

    @Override
    public Optional<String> find() {
        return request().map(ServletRequest::getRemoteAddr);
    }

    @Override
    public Optional<String> agent() {
        return request()
                .map(request -> request.getHeader("User-Agent"))
                .map(agent -> agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
