package io.loanflow.platform.web;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that a call does not have: a mistyped filter would otherwise answer everything. */
@Component
class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod call
                && request.getMethod().equals("GET")
                && request.getRequestURI().startsWith("/api/")
                && !takesAny(call)) {
            refuseOthersThan(namesOf(call), request.getParameterMap().keySet());
        }
        return true;
    }

    private static boolean takesAny(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        && Map.class.isAssignableFrom(parameter.getParameterType()));
    }

    private static Set<String> namesOf(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MethodParameter parameter) {
        var annotation = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        if (!annotation.name().isEmpty()) {
            return annotation.name();
        }
        return annotation.value().isEmpty() ? parameter.getParameter().getName() : annotation.value();
    }

    private static void refuseOthersThan(Set<String> known, Set<String> given) {
        var there = known.isEmpty() ? "This call takes none." : "There are " + String.join(", ", known) + ".";
        var unknown = given.stream()
                .filter(name -> !known.contains(name))
                .map(name -> new Violation(
                        "/" + name, "unknown_parameter", "There is no query parameter '" + name + "'. " + there))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.badInput(unknown);
        }
    }
}
