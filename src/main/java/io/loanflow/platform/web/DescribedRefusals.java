package io.loanflow.platform.web;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/** Adds to the description of each call what the filters before it take and refuse, and the refusals of its own. */
class DescribedRefusals implements GlobalOperationCustomizer {

    private static final String KEY = "Idempotency-Key";
    private static final Set<Integer> OF_THE_LOG_IN = Set.of(401);
    private static final Set<Integer> OF_A_BODY = Set.of(400, 413, 415);
    private static final Set<Integer> OF_A_KEY = Set.of(400, 409, 422);

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        var statuses = new TreeSet<Integer>();
        boolean open = call.getBeanType().isAnnotationPresent(SecurityRequirements.class);
        if (!open) {
            statuses.addAll(OF_THE_LOG_IN);
        }
        if (!open
                && !KeylessCalls.isKeyless(call)
                && AnnotatedElementUtils.hasAnnotation(call.getMethod(), PostMapping.class)) {
            operation.addParametersItem(idempotencyKey(needsKey(call)));
            statuses.addAll(OF_A_KEY);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(OF_A_BODY);
        }
        var own = call.getMethodAnnotation(Refuses.class);
        if (own != null) {
            for (int status : own.value()) {
                statuses.add(status);
            }
        }
        var openTo = call.getMethodAnnotation(OpenTo.class);
        if (openTo != null) {
            operation.addExtension("x-open-to", description(openTo));
            if (openTo.value() == OpenTo.Rows.ALL && openTo.groups().length > 0) {
                statuses.add(403);
            }
        }
        statuses.forEach(status -> operation.getResponses().addApiResponse(String.valueOf(status), refusal(status)));
        return operation;
    }

    private static Map<String, Object> description(OpenTo openTo) {
        return Map.of(
                "rows",
                openTo.value().name().toLowerCase(Locale.ROOT),
                "groups",
                List.of(openTo.groups()),
                "by_model",
                openTo.byModel());
    }

    /** Whoever reads the key refuses a call without it. */
    private static boolean needsKey(HandlerMethod call) {
        return Arrays.stream(call.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals(KEY));
    }

    private static HeaderParameter idempotencyKey(boolean required) {
        var key = new HeaderParameter();
        key.name(KEY)
                .required(required)
                .description("1 to 200 characters of your choice: the same key and request again get the same answer.")
                .schema(new Schema<>(SpecVersion.V31).types(Set.of("string")));
        return key;
    }

    private static ApiResponse refusal(int status) {
        var problem = new Schema<>(SpecVersion.V31).$ref("#/components/schemas/" + ApiDescription.PROBLEM);
        return new ApiResponse()
                .description(HttpStatus.valueOf(status).getReasonPhrase())
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(problem)));
    }
}
