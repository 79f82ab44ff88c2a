package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.document.Letters;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The letters as PDF, read back. */
@Tag("service")
class PdfLetterTest {

    static Stream<String> types() {
        return Letters.TYPES.stream().sorted();
    }

    static Stream<String> approving() {
        return Letters.APPROVING.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void carriesItsNumbersAndNames(String type) {
        try (var letter = PdfFile.of(type, Cases.rich("{}"))) {
            assertThat(letter.text())
                    .contains("APP-7K2M9QXD", "Loanflow Lending", "Dan Manager", "1 Martin Place")
                    .contains("Page 1 of " + letter.pages(), "Page " + letter.pages() + " of " + letter.pages())
                    .doesNotContain("null", "{{", "}}", "�")
                    .doesNotContain("123456782", "123 456 782", "6789", "12345678", "062000", "062-000");
            assertThat(letter.pdf.getDocumentInformation().getTitle()).endsWith("APP-7K2M9QXD");
            assertThat(letter.pdf.getDocumentInformation().getAuthor()).isEqualTo("Loanflow Lending");
            assertThat(letter.pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-AU");
            assertThat(letter.pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(letter.fonts()).isNotEmpty().allMatch(font -> font.isEmbedded());
        }
    }

    @Test
    void theAgreementShowsTermsPartiesAndConditions() {
        try (var letter = PdfFile.of("loan_agreement", Cases.rich("{}"))) {
            assertThat(letter.text())
                    .contains("$500,000.00 to Ann Archer and Barn Developments")
                    .contains("On the approval of 31 March 2026, which stands until 30 April")
                    .contains("3.50% per annum", "30 years (360 months)")
                    .contains("ACN 004 085 616, ABN 51", "as trustee of a trust", "born 14 March 1985")
                    .contains("Certificate of currency of the building insurance")
                    .contains("Sale of the finished townhouses. Otherwise refinance with a bank.")
                    .contains("Ben Barnes Date Borrower: director of Barn Developments Pty Ltd")
                    .contains("Carl Archer Date Guarantor");
        }
    }

    @Test
    void theRepaymentTableHasEveryLine() {
        try (var letter = PdfFile.of("loan_agreement", Cases.bare("{}"))) {
            var text = letter.text();

            assertThat(text)
                    .contains("1 30 April 2026 $2,245.22 $1,458.33 $786.89 $499,213.11")
                    .contains("11 28 February 2027 $2,245.22")
                    .contains("360 31 March 2056 $2,247.38", "$0.00")
                    .contains("Total of all repayments $808,281.36");
            for (int number = 1; number <= 360; number++) {
                assertThat(text).containsPattern(" " + number + " \\d{1,2} [A-Z][a-z]+ \\d{4} \\$2,24[57]\\.\\d\\d ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("approving")
    void anApprovalNeedsNoMoreThanItsSubject(String type) {
        var subject = """
                {"guarantors": [{"first_name": "Carl", "last_name": "Archer"}],
                 "borrowers": [{"kind": "company", "company_name": "Barn Pty Ltd", "abn": "51824753556", "phone": "0412345678",
                   "annual_income": 1, "monthly_expenses": 1, "directors": [{"first_name": "Ben", "last_name": "Barnes"}],
                   "registered_address": {"street_name": "George Street", "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}]}
                """;
        try (var letter = PdfFile.of(type, Cases.bare(subject))) {
            assertThat(letter.text()).contains("Barn Pty Ltd", "$500,000.00");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "360 | 3.5 | Monthly: 359 of $2,245.22 and a last one of $2,247.38",
                "2   | 3.5 | Monthly: 2 of $251,094.28",
                "1   | 0   | Monthly: one of $500,000.00",
                "2   | 0.01 | Monthly: one of $250,003.13 and a last one of $250,003.12",
            })
    void theRepaymentsAreCounted(int months, String rate, String words) {
        var loan = "{\"loan_term\": %d, \"interest_rate\": %s}".formatted(months, rate);
        try (var agreement = PdfFile.of("loan_agreement", Cases.bare(loan));
                var approval = PdfFile.of("formal_approval", Cases.bare(loan))) {
            assertThat(agreement.text()).contains(words + " First and last");
            assertThat(approval.text()).contains(words + " Purpose");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "guarantor_letter, Carl Archer Not stated Not stated",
        "loan_agreement, Guarantor Carl Archer Not stated Not stated"
    })
    void whatIsNotKnownOfAGuarantorIsSaid(String type, String row) {
        var guarantor = "{\"guarantors\": [{\"first_name\": \"Carl\", \"last_name\": \"Archer\"}]}";
        try (var letter = PdfFile.of(type, Cases.bare(guarantor))) {
            assertThat(letter.text()).contains(row);
        }
    }

    @ParameterizedTest
    @MethodSource("numbersOfSecurities")
    void theTotalOfTheSecuritiesStandsWithTheLastOfThem(int number) {
        var securities = String.join(", ", Collections.nCopies(number, "{\"estimated_value\": 100000}"));
        try (var letter = PdfFile.of("application_form", Cases.bare("{\"securities\": [" + securities + "]}"))) {
            assertThat(letter.text()).contains(" Total $").doesNotContain("Estimated value Total");
        }
    }

    static IntStream numbersOfSecurities() {
        return IntStream.rangeClosed(2, 22);
    }

    @Test
    void everyMissingValueIsNamedAtOnce() {
        var refusal = catchThrowableOfType(
                Problem.class,
                () -> PdfFile.of(
                        "indicative_letter",
                        Cases.notApproved("{\"loan_term\": null, \"interest_rate\": null, \"borrowers\": null}")));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.violations())
                .containsExactlyInAnyOrder(
                        missing("/borrowers", "names of the borrowers"),
                        missing("/loan_term", "loan term"),
                        missing("/loan_term", "amount of each repayment"),
                        missing("/interest_rate", "interest rate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guarantor_letter", "company_declaration", "director_guarantee"})
    void aLetterWithoutItsSubjectIsRefused(String type) {
        assertThat(PdfFile.SHIPPED.missing(type, Cases.bare("{}")))
                .extracting(Violation::code)
                .containsOnly("missing_value");
        assertThat(PdfFile.SHIPPED.missing(type, Cases.rich("{}"))).isEmpty();
    }

    @Test
    void aValueIsNamedByTheRowThatLacksIt() {
        var material = Cases.bare("{\"borrowers\": [{\"kind\": \"company\", \"company_name\": \"Barn Pty Ltd\"}]}");

        assertThat(PdfFile.SHIPPED.missing("loan_agreement", material))
                .containsExactlyInAnyOrder(
                        missing("/borrowers/0/abn", "date of birth, or ABN or ACN (borrowers, no. 1)"),
                        missing("/borrowers/0/registered_address", "address (borrowers, no. 1)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "{{loan_amount}}",
                "&amp; & \"quoted\" 'single' `tick` <b>bold</b>",
                "</td></tr></table><img src=\"http://localhost:1/x\"/>",
                "]]> <!-- --> <?x?>"
            })
    void aValueIsPrintedAsItIs(String name) {
        var material = Cases.bare("{\"borrowers\": [{\"first_name\": \"Ann\", \"last_name\": " + quoted(name) + "}]}");
        try (var letter = PdfFile.of("application_form", material)) {
            assertThat(letter.text().replace(" ", "")).contains("Ann" + name.replace(" ", ""));
        }
    }

    @Test
    void linesOfALongTextStayLines() {
        try (var letter = PdfFile.of("loan_agreement", Cases.bare("{\"purpose\": \"One\\nTwo\\r\\nThree\\tFour\"}"))) {
            assertThat(letter.text()).contains("Purpose One Two Three Four");
        }
    }

    @Test
    void saysWhichFactsAreShown() {
        try (var printed = PdfFile.SHIPPED.print("privacy_consent", Cases.rich("{}"))) {
            assertThat(printed.shows())
                    .contains(
                            "reference",
                            "borrower_names",
                            "borrowers",
                            "borrowers.name",
                            "borrowers.address",
                            "guarantor_names")
                    .doesNotContain("loan_amount", "repayments", "interest_rate");
        }
        try (var printed = PdfFile.SHIPPED.print("loan_agreement", Cases.bare("{}"))) {
            assertThat(printed.shows()).contains("loan_amount", "exit_strategy", "guarantors", "repayments.balance");
        }
    }

    private static Violation missing(String pointer, String what) {
        return new Violation(
                pointer, "missing_value", "The document needs the " + what + ", which has not been entered yet.");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
