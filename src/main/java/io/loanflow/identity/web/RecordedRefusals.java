package io.loanflow.identity.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.identity.AuditTrail;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.RequestWithBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Writes into the audit trail what people are refused who see it but may not do it; others put it into an answer. */
@Component
class RecordedRefusals implements HandlerExceptionResolver, Ordered {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FORBIDDEN = 403;
    private static final int LONGEST = 200;

    private final AuditTrail trail;

    RecordedRefusals(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem refused && refused.status() == FORBIDDEN) {
                var path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                var call = request.getMethod() + " " + path;
                trail.recordRefusal(AuditTrail.CALL_REFUSED, "call", call, details(request, refused.detail()));
                break;
            }
        }
        return null;
    }

    /** The ids in the path, the names of the fields that were sent, and why it was refused; no token and no value. */
    private static Map<String, String> details(HttpServletRequest request, String reason) {
        var details = new HashMap<String, String>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> ids) {
            ids.forEach((name, id) -> details.put(String.valueOf(name), cut(String.valueOf(id))));
        }
        details.remove("token");
        details.put("fields", cut(fields(request)));
        details.put("reason", cut(reason));
        return details;
    }

    private static String fields(HttpServletRequest request) {
        var held = WebUtils.getNativeRequest(request, RequestWithBody.class);
        try {
            return held == null ? "" : String.join(", ", names(JSON.readTree(held.getInputStream())));
        } catch (IOException noJson) {
            return "";
        }
    }

    private static List<String> names(JsonNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
