package io.loanflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.loanflow.Loanflow;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** Each rule holds for the code, and does not hold for a small deliberate violation of it. */
@Tag("fast")
class ArchitectureTest {

    private static final String VIOLATIONS = Rules.BASE + ".architecture.violations.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Rules.BASE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theCodeKeeps(String violations, ArchRule rule) {
        rule.check(CODE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfViolations")
    void aDeliberateViolationBreaks(String violations, ArchRule rule) {
        var classes = new ClassFileImporter().importPackages(VIOLATIONS + violations);

        assertThat(rule.evaluate(classes).hasViolation())
                .as("%s on %s", rule.getDescription(), violations)
                .isTrue();
    }

    @Test
    void theModulesKeepToThemselves() {
        ApplicationModules.of(Loanflow.class).verify();
    }

    @Test
    void aModuleThatReachesIntoAnotherIsFound() {
        var modules = ApplicationModules.of(VIOLATIONS + "modules", location -> true);

        assertThat(modules.detectViolations().getMessages()).anyMatch(message -> message.contains("Reaches"));
    }

    static Stream<Arguments> rules() {
        return rules(violations -> Rules.BASE);
    }

    static Stream<Arguments> rulesOfViolations() {
        return rules(violations -> VIOLATIONS + violations);
    }

    private static Stream<Arguments> rules(UnaryOperator<String> base) {
        return Stream.of(
                Arguments.of("engine", Rules.engineTypesStayWhereTheEngineIsSpoken()),
                Arguments.of("http", Rules.webTypesStayInWeb()),
                Arguments.of("parts", Rules.partsSeeOnlyTheirOwnRoot(base.apply("parts"))),
                Arguments.of("siblings", Rules.partsSeeOnlyTheirOwnRoot(base.apply("siblings"))),
                Arguments.of("directions", Rules.featuresDependDownwards(base.apply("directions"))),
                Arguments.of("listeners", Rules.featuresDependDownwards(base.apply("listeners"))),
                Arguments.of("delegates", Rules.delegatesHaveOneCollaborator()),
                Arguments.of("scheduled", Rules.nothingIsScheduledInJava()),
                Arguments.of("fields", Rules.nothingIsInjectedIntoFields()));
    }
}
