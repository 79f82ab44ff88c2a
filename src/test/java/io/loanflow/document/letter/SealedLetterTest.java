package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.seal.Sealing;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A sealed letter still keeps the standards that the letter kept. */
@Tag("slow")
class SealedLetterTest {

    private static byte[] sealed = {};

    @BeforeAll
    static void seal() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var letter = PdfFile.SHIPPED.print("loan_agreement", Cases.rich("{}"));
                var bytes = letter.open()) {
            sealed = Sealing.ours().sealGenerated(bytes.readAllBytes(), "José Álvarez", "王小明", "محمد דוד", "김민수");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void keeps(PDFAFlavour flavour) throws Exception {
        assertThat(failures(flavour)).isEmpty();
    }

    @Test
    void isSealedOverEveryByte() {
        assertThat(Sealing.ours().check(sealed).valid()).isTrue();
    }

    private static List<String> failures(PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(sealed), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
