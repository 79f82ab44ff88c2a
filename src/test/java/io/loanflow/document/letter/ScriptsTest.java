package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.Material;
import io.loanflow.platform.Violation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in many scripts come out right, and what cannot is refused. */
@Tag("service")
class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Müller-Søndergård",
                "Łukasz Żółć",
                "Ştefan Ğül",
                "Νίκος Παπαδόπουλος",
                "Юлия Щербакова",
                "Nguyễn Thị Ánh Tuyết",
                "王小明",
                "歐陽鋒",
                "渡辺 さくら ワタナベ",
                "김민준",
                "Արամ Խաչատրյան",
                "ნინო ბერიძე",
                "דוד כהן",
                "Ana María O’Connor–Ó Súilleabháin"
            })
    void areSelectableAsTheyWereEntered(String name) {
        try (var letter = PdfFile.of("privacy_consent", of(name))) {
            assertThat(letter.text()).contains(name).contains(name + " Date Borrower");
            assertThat(letter.fonts()).allMatch(font -> font.isEmbedded());
        }
    }

    /** Arabic is joined: each letter is drawn in the form that its neighbours ask for, from right to left. */
    @ParameterizedTest
    @ValueSource(strings = {"محمد علي", "فاطمة الزهراء", "پرویز گلچین"})
    void arabicIsJoined(String name) {
        try (var letter = PdfFile.of("privacy_consent", of(name))) {
            var text = java.text.Normalizer.normalize(letter.text(), java.text.Normalizer.Form.NFKC);

            assertThat(text).contains(name);
            assertThat(letter.fonts()).anyMatch(font -> font.getName().contains("DejaVu"));
        }
    }

    @Test
    void lettersThatWereTypedInPartsAreJoined() {
        var apart = "Zoe\u0308 Nguye\u0302\u0303n";
        try (var letter = PdfFile.of("privacy_consent", of(apart))) {
            assertThat(letter.text()).contains("Zoë Nguyễn");
        }
    }

    @Test
    void hintsThatPrintNothingAreDropped() {
        try (var letter = PdfFile.of("privacy_consent", of("An\u00ADna\u200E Be\uFEFFll"))) {
            assertThat(letter.text()).contains("Anna Bell");
        }
    }

    @Test
    void whatNoFontHasIsRefusedWithTheValuesName() {
        assertThat(refused("Ann \uD83E\uDD84"))
                .contains(new Violation(
                        "/borrowers/0/first_name",
                        "unprintable",
                        "The name (borrowers, no. 1) has a character that cannot be printed: U+1F984 UNICORN FACE."
                                + " Write it in another way."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"राम शर्मा", "สมชาย", "\uE000", "a\u202Egnp.exe", "\u2066x\u2069", "bell\u0007", "\uFFFF", "𠮷野"
            })
    void whatWouldComeOutWrongIsRefused(String name) {
        assertThat(refused(name)).isNotEmpty().extracting(Violation::code).containsOnly("unprintable");
    }

    @Test
    void theFontsOfTheMachineAreNotLookedAt() {
        try (var letter = PdfFile.of("privacy_consent", of("王 محمد"))) {
            assertThat(letter.fonts())
                    .extracting(font -> font.getName().replaceFirst("^[A-Z]{6}\\+", ""))
                    .isSubsetOf(List.of(
                            "NotoSans",
                            "NotoSans-Regular",
                            "NotoSans-Bold",
                            "NotoSans-Italic",
                            "DejaVuSans",
                            "DejaVuSans-Bold",
                            "DroidSansFallback"));
        }
    }

    private static List<Violation> refused(String name) {
        return PdfFile.SHIPPED.missing("privacy_consent", of(name));
    }

    /** Two words or one, as the first and last name of a borrower. */
    private static Material of(String name) {
        int space = name.indexOf(' ');
        var first = space < 0 ? name : name.substring(0, space);
        var last = space < 0 ? "" : name.substring(space + 1);
        return Cases.named(first, last);
    }
}
