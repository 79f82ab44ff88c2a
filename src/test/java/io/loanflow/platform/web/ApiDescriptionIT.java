package io.loanflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the OpenAPI description says is what the application does. */
@LoanflowIT
@Tag("service")
class ApiDescriptionIT {

    private static final Set<String> WITHOUT_LOG_IN = Set.of(
            "post /api/auth/login",
            "post /api/auth/refresh",
            "post /api/auth/logout",
            "post /api/auth/register",
            "post /api/auth/password-resets",
            "post /api/auth/password-resets/{token}");

    /** Beside those about log-in. */
    private static final String NEEDS_KEY = "post /api/applications/{reference}/payments";

    private static final Set<String> KEYLESS = Set.of(
            "post /api/socket-tickets",
            "post /api/users",
            "post /api/brokers/{id}/sensitive",
            "post /api/borrowers/{id}/sensitive",
            "post /api/guarantors/{id}/sensitive");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    JsonNode description;

    @BeforeEach
    void read() {
        description = new Http(port).get("/v3/api-docs").json();
    }

    @Test
    void isOpenApi31AndListsEveryCallUnderApi() {
        assertThat(description.path("openapi").asText()).startsWith("3.1");
        assertThat(operations().keySet())
                .containsExactlyInAnyOrderElementsOf(mappings.getHandlerMethods().keySet().stream()
                        .flatMap(ApiDescriptionIT::calls)
                        .filter(call -> call.contains(" /api/"))
                        .toList());
    }

    @Test
    void everyCallSaysWhatItAnswersAndWhatItTakes() {
        operations().forEach((call, operation) -> {
            var answers = success(operation);
            assertThat(answers.has("schema") || answers.isMissingNode())
                    .as(call)
                    .isTrue();
            assertThat(operation.path("summary").asText()).as(call).isNotBlank();
            if (operation.has("requestBody")) {
                assertThat(operation.at("/requestBody/content").properties())
                        .as(call)
                        .allSatisfy(body -> assertThat(body.getKey()).isIn("application/json", "multipart/form-data"))
                        .allSatisfy(body ->
                                assertThat(body.getValue().has("schema")).isTrue())
                        .hasSize(1);
            }
        });
    }

    @Test
    void everyCallThatNeedsALogInSaysSoAndRefusesOthers() {
        operations().forEach((call, operation) -> {
            if (!WITHOUT_LOG_IN.contains(call)) {
                var path = call.substring(call.indexOf(' ') + 1).replaceAll("\\{\\w+}", "1");
                var method = call.substring(0, call.indexOf(' ')).toUpperCase(Locale.ROOT);
                assertThat(operation.at("/responses/401").isMissingNode())
                        .as(call)
                        .isFalse();
                assertThat(operation.path("security").isMissingNode()).as(call).isTrue();
                assertThat(new Http(port)
                                .send(method, path, "", "application/json")
                                .status())
                        .as(call)
                        .isEqualTo(401);
            }
        });
        assertThat(description.at("/security/0").has("bearer")).isTrue();
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(operations().get("post /api/auth/login").at("/responses/401").isMissingNode())
                .isFalse();
    }

    @Test
    void everyRefusalIsAProblem() {
        operations()
                .forEach((call, operation) -> operation.path("responses").properties().stream()
                        .filter(answer -> answer.getKey().compareTo("400") >= 0)
                        .forEach(answer -> assertThat(answer.getValue()
                                        .at("/content/application~1problem+json/schema/$ref")
                                        .asText())
                                .as(call + " " + answer.getKey())
                                .isEqualTo("#/components/schemas/Problem")));
    }

    @Test
    void offersTheHeadersOfRepeatedAndOfConditionalCalls() {
        operations().forEach((call, operation) -> {
            var expected = new ArrayList<String>();
            if (call.startsWith("post ") && !call.startsWith("post /api/auth/") && !KEYLESS.contains(call)) {
                expected.add("Idempotency-Key");
            }
            if (isConditional(call)) {
                expected.add("If-Match");
            }
            assertThat(headers(call, operation)).as(call).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    void namesFieldsAsTheyAreSent() {
        description
                .at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(
                                schema.getValue().path("properties").fieldNames())
                        .toIterable()
                        .as(schema.getKey())
                        .allMatch(name -> name.matches("[a-z][a-z0-9_]*")));

        var sent = new Http(port)
                .post(
                        "/api/auth/login",
                        "{\"email\": \"" + FirstLogin.EMAIL + "\", \"password\": \"" + FirstLogin.PASSWORD + "\"}")
                .json();
        assertThat(sent.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(() -> description
                        .at("/components/schemas/LoggedIn/properties")
                        .fieldNames());
        var refused = new Http(port).get("/api/tasks").json();
        assertThat(description.at("/components/schemas/Problem/properties").fieldNames())
                .toIterable()
                .containsAll(() -> refused.fieldNames());
    }

    @Test
    void everyReferenceLeadsToASchema() {
        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private Map<String, JsonNode> operations() {
        var found = new java.util.TreeMap<String, JsonNode>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                found.put(operation.getKey() + " " + path.getKey(), operation.getValue())));
        return found;
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(path -> method.name().toLowerCase(Locale.ROOT) + " " + path));
    }

    private static boolean isConditional(String call) {
        return call.matches(
                        "(patch|delete) /api/(branches|bdms|brokers|valuers|quantity-surveyors|borrowers|guarantors)/\\{id}")
                || Set.of(
                                "patch /api/users/{id}",
                                "patch /api/applications/{reference}",
                                "post /api/applications/{reference}/transitions",
                                "patch /api/documents/{id}",
                                "post /api/documents/{id}/versions",
                                "put /api/brokers/{id}/commission-account")
                        .contains(call);
    }

    private static JsonNode success(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .at("/content/application~1json");
    }

    private static List<String> headers(String call, JsonNode operation) {
        var names = new ArrayList<String>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("header")) {
                assertThat(parameter.path("required").asBoolean()).as(call).isEqualTo(call.equals(NEEDS_KEY));
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }
}
