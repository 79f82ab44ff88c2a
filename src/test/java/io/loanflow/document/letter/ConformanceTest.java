package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.Letters;
import io.loanflow.document.Material;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The letters keep the standards that they say they keep, as the reference validator of the PDF Association sees it. */
@Tag("service")
class ConformanceTest {

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<String> types() {
        return Letters.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isAnArchivePdf(String type) throws Exception {
        assertThat(failures(type, Cases.rich("{}"), PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void isAccessible(String type) throws Exception {
        assertThat(failures(type, Cases.rich("{}"), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void namesInManyScriptsChangeNothing() throws Exception {
        assertThat(failures("privacy_consent", Cases.named("王小明", "محمد דוד 김민준 Nguyễn"), PDFAFlavour.PDFA_3_A))
                .isEmpty();
    }

    @Test
    void whatDoesNotKeepThemIsFound() throws Exception {
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(bytes);
            assertThat(failures(new ByteArrayInputStream(bytes.toByteArray()), PDFAFlavour.PDFA_3_A))
                    .isNotEmpty();
        }
    }

    private static List<String> failures(String type, Material material, PDFAFlavour flavour) throws Exception {
        try (var letter = PdfFile.SHIPPED.print(type, material);
                var file = letter.open()) {
            return failures(file, flavour);
        }
    }

    private static List<String> failures(InputStream file, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(file, flavour);
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
