package io.loanflow.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.loanflow.platform.MergePatch;
import java.util.List;
import java.util.stream.StreamSupport;

/** The lists of an application as JSON. A line that is named by its id keeps what is not said of it. */
final class Lines {

    private static final List<String> LISTS = List.of("borrowers", "guarantors", "securities", "fund_uses");

    private Lines() {}

    /** What was sent, with each line that has the id of a present one merged into that. */
    static JsonNode merged(JsonNode before, JsonNode sent) {
        for (var list : LISTS) {
            if (sent.path(list) instanceof ArrayNode lines) {
                for (int i = 0; i < lines.size(); i++) {
                    lines.set(
                            i,
                            merged(before.path(list), lines.get(i), lines.get(i).path("id")));
                }
            }
        }
        return sent;
    }

    private static JsonNode merged(JsonNode present, JsonNode line, JsonNode id) {
        return id.isMissingNode() || id.isNull()
                ? line
                : StreamSupport.stream(present.spliterator(), false)
                        .filter(one -> one.path("id").asText().equals(id.asText()))
                        .findFirst()
                        .map(one -> MergePatch.apply(one, line))
                        .orElse(line);
    }
}
