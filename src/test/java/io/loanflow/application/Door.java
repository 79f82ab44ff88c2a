package io.loanflow.application;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.LogIn;
import java.util.Map;

/** Where an application comes in. */
enum Door {
    THE_API,
    THE_START_FORM,
    A_PLAIN_START,
    A_PLAIN_START_WITH_JSON;

    static final String API = "/api/applications";
    static final String FORM = "/camunda/api/engine/engine/default/process-definition/key/loanOrigination/submit-form";
    static final String PLAIN = "/engine-rest/process-definition/key/loanOrigination/start";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    Http client(int port, String email) {
        return this == THE_START_FORM ? LogIn.tasklist(port, email) : LogIn.api(port, email);
    }

    /** @param fields of an application without parties, as JSON */
    Answer enter(Http client, String fields) {
        return switch (this) {
            case THE_API -> client.post(API, fields);
            case THE_START_FORM -> client.post(FORM, variables(read(fields)));
            case A_PLAIN_START -> client.post(PLAIN, variables(read(fields)));
            case A_PLAIN_START_WITH_JSON -> client.post(PLAIN, variables(Map.of("application", fields)));
        };
    }

    /** @param flat the same fields by the names that forms give to them */
    Answer enter(Http client, String nested, String flat) {
        return enter(client, this == THE_API || this == A_PLAIN_START_WITH_JSON ? nested : flat);
    }

    static String variables(Map<String, ?> fields) {
        ObjectNode body = JSON.createObjectNode();
        var variables = body.putObject("variables");
        fields.forEach((name, value) -> variables.putObject(name).putPOJO("value", value));
        return body.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String fields) {
        try {
            return JSON.readValue(fields, Map.class);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
