package io.loanflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which calls take no idempotency key: all about log-in, so that none can be forgotten, and those that are {@link Keyless}. */
@Component
class KeylessCalls {

    private static final String LOG_IN = "/api/auth/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    KeylessCalls(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    boolean include(HttpServletRequest request) {
        return request.getRequestURI().startsWith(LOG_IN)
                || handler(request) instanceof HandlerMethod call && isKeyless(call);
    }

    static boolean isKeyless(HandlerMethod call) {
        return call.hasMethodAnnotation(Keyless.class) || call.getBeanType().isAnnotationPresent(Keyless.class);
    }

    private Object handler(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            var found = mappings.getObject().getHandler(request);
            return found == null ? "nothing" : found.getHandler();
        } catch (Exception refusedLater) {
            return refusedLater;
        }
    }
}
