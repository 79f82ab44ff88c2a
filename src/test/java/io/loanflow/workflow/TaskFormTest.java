package io.loanflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Violation;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class TaskFormTest {

    private final TaskForm form = read();

    @Test
    void takesOnlyTheFieldsThatAPersonFillsIn() {
        assertThat(form.names()).containsExactlyInAnyOrder("decision", "reason", "amount", "sure");
        assertThat(form.options().get("decision")).containsExactlyInAnyOrder("approve", "return");
        assertThat(TaskForm.NONE.names()).isEmpty();
    }

    @Test
    void isContentWithNumbersAsNumbersOrTextAndWithAbsentAnswers() {
        assertThat(form.check(Map.of("decision", "approve", "amount", "1000.50", "sure", true)))
                .isEmpty();
        assertThat(form.check(Map.of("decision", "approve", "amount", 1000, "reason", "")))
                .isEmpty();
        assertThat(form.check(Collections.singletonMap("decision", null)))
                .extracting(Violation::code)
                .containsExactly("required");
    }

    @Test
    void namesEveryViolationAtOnce() {
        var violations =
                form.check(Map.of("eligible", true, "amount", "much", "sure", "yes", "reason", "x".repeat(21)));

        assertThat(violations)
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/eligible", "/decision", "/amount", "/sure", "/reason");
        assertThat(form.check(Map.of("decision", "fund", "amount", 999)))
                .extracting(Violation::code)
                .containsExactly("unknown_option", "too_small");
    }

    private static TaskForm read() {
        try (var schema = TaskFormTest.class.getResourceAsStream("/doors/doorsForm.form")) {
            return TaskForm.of(new JsonMapper().readTree(schema));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
