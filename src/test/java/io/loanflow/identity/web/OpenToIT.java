package io.loanflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.GroupNames;
import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every call of the OpenAPI description is made as every group against somebody else's rows, and held to what it states
 * with {@code OpenTo}. A new call is tested without a word here, unless it names rows of a new kind: {@link Foreign}.
 */
@LoanflowIT
@Tag("service")
class OpenToIT {

    private final int port;
    private final Foreign foreign;
    private final Map<String, Http> strangers = new TreeMap<>();
    private Map<String, JsonNode> calls = Map.of();

    @Autowired
    OpenToIT(ApplicationContext context, @LocalServerPort int port) {
        this.port = port;
        this.foreign = new Foreign(context);
        var members = new Members(context);
        GroupNames.ALL.forEach(group ->
                strangers.put(group, new Http(port).bearer(members.in(group).access())));
    }

    @BeforeEach
    void read() {
        calls = new TreeMap<>();
        var paths = new Http(port).get("/v3/api-docs").json().path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> calls.put(
                                call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), call.getValue())));
    }

    @Test
    void everyCallStatesWhoMayMakeIt() {
        assertThat(calls)
                .isNotEmpty()
                .allSatisfy((call, description) ->
                        assertThat(rows(description)).as(call).isIn("anyone", "own", "visible", "all"));
    }

    @Test
    void nothingButTheLogInIsOpenToAnyone() {
        calls.forEach((call, description) -> {
            var status = send(new Http(port), call, foreign.absent(path(call))).status();
            if (rows(description).equals("anyone")) {
                assertThat(path(call)).as(call).startsWith("/api/auth/");
            } else {
                assertThat(status).as(call).isEqualTo(401);
            }
        });
    }

    @Test
    void whatIsForSomeGroupsIsRefusedToTheOthers() {
        var softly = new SoftAssertions();
        callsWith("all")
                .forEach((call, groups) -> strangers.forEach((group, caller) -> {
                    var status = send(caller, call, foreign.absent(path(call))).status();
                    if (groups.isEmpty() || groups.contains(group)) {
                        softly.assertThat(status).as(call + " as " + group).isNotIn(401, 403, 500);
                    } else {
                        softly.assertThat(status).as(call + " as " + group).isEqualTo(403);
                    }
                }));
        softly.assertAll();
    }

    @Test
    void whatIsOutOfSightLooksAbsent() {
        var softly = new SoftAssertions();
        callsWith("visible").keySet().stream()
                .filter(call -> call.contains("{"))
                .forEach(call -> strangers.forEach((group, caller) -> {
                    if (!foreign.isSeenBy(group, path(call))) {
                        var foreignPath = foreign.path(path(call));
                        var absentPath = foreign.absent(path(call));
                        var there = send(caller, call, foreignPath);
                        var absent = send(caller, call, absentPath);
                        softly.assertThat(there.status())
                                .as(call + " as " + group)
                                .isEqualTo(404);
                        softly.assertThat(comparable(there, foreignPath))
                                .as(call + " as " + group)
                                .isEqualTo(comparable(absent, absentPath));
                    }
                }));
        softly.assertAll();
    }

    @Test
    void whoSeesItMeetsItAndTheOthersOfThemAreRefused() {
        var softly = new SoftAssertions();
        callsWith("visible")
                .forEach((call, groups) -> strangers.forEach((group, caller) -> {
                    if (call.contains("{") && foreign.isSeenBy(group, path(call))) {
                        var status =
                                send(caller, call, foreign.path(path(call))).status();
                        if (groups.isEmpty() || groups.contains(group)) {
                            softly.assertThat(status).as(call + " as " + group).isNotIn(refusedTo(call));
                            if (call.indexOf('{') == call.lastIndexOf('{')) {
                                softly.assertThat(status)
                                        .as(call + " as " + group)
                                        .isNotEqualTo(404);
                            }
                        } else {
                            softly.assertThat(status).as(call + " as " + group).isEqualTo(403);
                        }
                    }
                }));
        softly.assertAll();
    }

    @Test
    void listsHoldNothingThatIsOutOfSight() {
        var softly = new SoftAssertions();
        var lists = new ArrayList<>(callsWith("visible").keySet());
        lists.addAll(callsWith("own").keySet());
        lists.stream()
                .filter(call -> call.startsWith("GET ") && !call.contains("{"))
                .forEach(call -> strangers.forEach((group, caller) -> {
                    if (!foreign.isSeenBy(group, path(call) + "/{id}")) {
                        var answer = caller.get(path(call));
                        softly.assertThat(answer.status())
                                .as(call + " as " + group)
                                .isIn(200, 403);
                        softly.assertThat(answer.text())
                                .as(call + " as " + group)
                                .doesNotContain(foreign.marks());
                    }
                }));
        softly.assertAll();
    }

    /** Call to the groups that it is for. */
    private Map<String, List<String>> callsWith(String rows) {
        var found = new TreeMap<String, List<String>>();
        calls.forEach((call, description) -> {
            if (rows(description).equals(rows)) {
                var groups = new ArrayList<String>();
                description.at("/x-open-to/groups").forEach(group -> groups.add(group.asText()));
                found.put(call, groups);
            }
        });
        return found;
    }

    /** Statuses that no caller gets who sees the row and is in a group that the call is for. */
    private List<Integer> refusedTo(String call) {
        boolean byModel = Objects.requireNonNull(calls.get(call))
                .at("/x-open-to/by_model")
                .asBoolean();
        return byModel ? List.of(401, 500) : List.of(401, 403, 500);
    }

    private Answer send(Http caller, String call, String path) {
        var method = call.substring(0, call.indexOf(' '));
        return foreign.form(call)
                .map(form -> caller.post(path, form))
                .orElseGet(() -> caller.send(method, path, foreign.body(call), "application/json"));
    }

    private static String rows(JsonNode description) {
        return description.at("/x-open-to/rows").asText();
    }

    private static String path(String call) {
        return call.substring(call.indexOf(' ') + 1);
    }

    /** Without what repeats the question: the path and the ids in it. */
    private static String comparable(Answer answer, String path) {
        var text = answer.text();
        for (var part : path.split("/")) {
            text = part.length() > 3 && part.matches(".*\\d.*|.*-.*") ? text.replace(part, "ID") : text;
        }
        return text.replaceAll("\"instance\":\"[^\"]*\"", "").replaceAll("(notification|task|user) \\d+", "$1 ID");
    }
}
