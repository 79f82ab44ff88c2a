package io.loanflow.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CoverageTableTest {

    private static final List<String> CSV = List.of(
            "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,LINE_MISSED,LINE_COVERED",
            "Loanflow,io.loanflow.people,Brokers,9,9,1,9",
            "Loanflow,io.loanflow.people.web,BrokerController,9,9,8,2",
            "Loanflow,io.loanflow.people,PhoneValidator,9,9,0,19",
            "Loanflow,io.loanflow.people,PhoneValidator.Region,9,9,1,0");

    private static final String VALIDATORS = "validators | 95 | io.loanflow.**.*Validator";
    private static final String WEB = "web | - | io.loanflow.*.web.**";
    private static final String SERVICES = "services | 90 | io.loanflow.people.**";

    @Test
    void countsAClassInTheFirstLayerThatHasIt() {
        assertThat(rows("# a comment", VALIDATORS, WEB, SERVICES))
                .containsExactly(
                        "layer (lines) covered target gap",
                        "validators 95.0 % 95 % 0.0",
                        "web 20.0 % - -",
                        "services 90.0 % 90 % 0.0");
    }

    @Test
    void countsEveryClassInTheWhole() {
        assertThat(rows(SERVICES, "whole | 85 | **")).last().isEqualTo("whole 75.0 % 85 % 10.0");
    }

    @Test
    void passesWhenEveryLayerReachesItsTarget() {
        assertThatCode(table(VALIDATORS, WEB, SERVICES)::enforce).doesNotThrowAnyException();
    }

    @Test
    void failsBelowATargetAndNamesTheClassesThatMissMost() {
        assertThatIllegalStateException()
                .isThrownBy(table("services | 91 | io.loanflow.people.Brokers")::enforce)
                .withMessageContaining("services")
                .withMessageContaining("io.loanflow.people.Brokers: 1 lines not covered");
    }

    @Test
    void failsWhenNoClassMatchesALayer() {
        assertThatIllegalStateException()
                .isThrownBy(table("delegates | 90 | io.loanflow.*.process.**")::enforce)
                .withMessageContaining("no class matches it");
    }

    @Test
    void cutsInsteadOfRoundingUpToTheTarget() {
        var csv = List.of("PACKAGE,CLASS,LINE_MISSED,LINE_COVERED", "a,B,1001,8999");

        assertThat(CoverageTable.of(List.of("services | 90 | **"), csv).text()).contains("89.9 %");
    }

    @Test
    void refusesALineThatNamesNoClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table("services | 90"))
                .withMessageContaining("services | 90");
    }

    private static CoverageTable table(String... layers) {
        return CoverageTable.of(List.of(layers), CSV);
    }

    private static List<String> rows(String... layers) {
        return table(layers)
                .text()
                .lines()
                .map(row -> row.replaceAll(" +", " "))
                .toList();
    }
}
