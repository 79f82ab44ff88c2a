package io.loanflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.platform.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a-Password-1", "correct horse", "kß7 ñ…日本", " eight ch ", "zzqxxzzqxx", "2sunshiny4"})
    void takesWhatNobodyWouldTry(String password) {
        assertThat(codes(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password1", "PASSWORD123", "qwertyuiop", "12345678", " iloveyou", "trustno1"})
    void refusesWhatIsTriedFirst(String password) {
        assertThat(codes(password)).containsExactly("common_password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaa",
                "AaAaAaAa",
                "abcabcabca",
                "q7q7q7q7q7",
                "1a2b1a2b",
                "😀😀😀😀😀😀😀😀",
                "iloveyou123",
                "007iloveyou",
                "1Password2",
                "password1234567",
                "1234567890123",
                "loanflow-demo",
                "LOANFLOW-demo",
                "loanflow-demo1"
            })
    void refusesPatternsAndWhatBeginsOrEndsInDigitsOnly(String password) {
        assertThat(codes(password)).containsExactly("common_password");
    }

    @Test
    void refusesBlanksOnly() {
        assertThat(codes("          ")).containsExactly("common_password");
    }

    @Test
    void bindsTheLengthFromBothSides() {
        assertThat(codes("q7-xw2!")).containsExactly("invalid_length");
        assertThat(codes("q7-xw2!v")).isEmpty();
        assertThat(codes("q7-xw2!v".repeat(25))).isEmpty();
        assertThat(codes("q7-xw2!v".repeat(25) + "x")).containsExactly("invalid_length");
        assertThat(codes("😀".repeat(7))).containsExactly("invalid_length");
        assertThat(codes("😀😁😂😃😄😅😆😇")).isEmpty();
    }

    @Test
    void refusesTheNameOfTheEmailWhateverItsCase() {
        assertThat(codes("x-ANN.archer-9")).containsExactly("contains_email");
        assertThat(PasswordRules.check("/password", "annie-9-lives", "ann@example.com"))
                .isEmpty();
    }

    @Test
    void neverRepeatsThePassword() {
        assertThat(PasswordRules.check("/new_password", "password1", "ann.archer@example.com"))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.pointer()).isEqualTo("/new_password");
                    assertThat(violation.detail()).doesNotContain("password1");
                });
    }

    private static java.util.List<String> codes(String password) {
        return PasswordRules.check("/password", password, "Ann.Archer@example.com").stream()
                .map(Violation::code)
                .toList();
    }
}
