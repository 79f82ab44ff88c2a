package io.loanflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class PageRequestTest {

    private static final Map<String, String> COLUMNS = Map.of("name", "p.name", "age", "p.age");

    @Test
    void startsWithTheUsual() {
        var request = PageRequest.of(null, null, null, COLUMNS, "p.id");
        assertThat(request).isEqualTo(new PageRequest(1, 20, "p.id"));
        assertThat(request.offset()).isZero();
    }

    @Test
    void sortsByWhatIsOfferedAndBreaksTies() {
        assertThat(PageRequest.of(3, 10, "-age,name", COLUMNS, "p.id"))
                .isEqualTo(new PageRequest(3, 10, "p.age desc nulls last, p.name asc nulls last, p.id"))
                .extracting(PageRequest::offset)
                .isEqualTo(20);
    }

    @Test
    void namesEveryParameterThatIsWrong() {
        var problem = catchThrowableOfType(Problem.class, () -> PageRequest.of(0, 101, "password", COLUMNS, "p.id"));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations()).extracting(Violation::pointer).containsExactly("/page", "/size", "/sort");
        assertThat(problem.violations().get(2).detail()).contains("age, name");
    }
}
