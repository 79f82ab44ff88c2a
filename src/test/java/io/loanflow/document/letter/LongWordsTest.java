package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.Letters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A word that is longer than its line is broken: nothing of it, and nothing beside it, is cut off. */
@Tag("service")
class LongWordsTest {

    /** What the style leaves free on the left and on the right. */
    private static final double MARGIN = 20 / 25.4 * 72;

    private static final String NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhafts";
    private static final String COMPANY = "Grundstuecksverkehrsgenehmigungszustaendigkeitsuebertragungsverordnung";
    private static final String GUARANTOR = "Kraftfahrzeughaftpflichtversicherungsgesellschaftsvorstandsmitglied";
    private static final String STREET = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    private static final String EMAIL = "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + ".example.com";
    private static final String PURPOSE = "Seehttps://example.com/" + "path0123456789".repeat(20) + "P".repeat(1500);
    private static final String EXIT = "X".repeat(700);
    private static final String MORTGAGEE = "Moneylender".repeat(8);
    private static final String USE = "Groundworks".repeat(12);

    private static final String LONG =
            """
            {"purpose": "%s", "exit_strategy": "%s",
             "borrowers": [
               {"kind": "person", "first_name": "%s", "last_name": "%3$s", "date_of_birth": "1985-03-14",
                "email": "%s", "annual_income": 1, "monthly_expenses": 1,
                "residential_address": {"street_name": "%s", "suburb": "Sydney", "state": "NSW", "postcode": "2000"}},
               {"kind": "company", "company_name": "%s", "abn": "51824753556", "annual_income": 1, "monthly_expenses": 1,
                "directors": [{"first_name": "%3$s", "last_name": "%3$s"}],
                "registered_address": {"street_name": "%5$s", "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}],
             "guarantors": [{"first_name": "%s"}],
             "securities": [{"current_mortgagee": "%s", "current_debt": 999999999999.99, "estimated_value": 1450000,
                "address": {"street_name": "%5$s", "suburb": "Sydney", "state": "NSW", "postcode": "2000"}}],
             "fund_uses": [{"description": "%s", "amount": 420000}]}
            """.formatted(PURPOSE, EXIT, NAME, EMAIL, STREET, COMPANY, GUARANTOR, MORTGAGEE, USE);

    static Stream<String> types() {
        return Letters.TYPES.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void areWholeAndOnThePaper(String type) {
        try (var letter = PdfFile.of(type, Cases.rich(LONG))) {
            var characters = letter.characters();

            assertThat(characters).allMatch(LongWordsTest::isInsideTheMargins);
            assertThat(text(characters)).contains(shownIn(type));
        }
    }

    private static String[] shownIn(String type) {
        return switch (type) {
            case "application_form" ->
                new String[] {
                    NAME + NAME, COMPANY, GUARANTOR, STREET, EMAIL, PURPOSE, EXIT, MORTGAGEE, USE, "$999,999,999,999.99"
                };
            case "loan_agreement" ->
                new String[] {NAME + NAME, COMPANY, GUARANTOR, STREET, PURPOSE, EXIT, USE, "$420,000.00"};
            case "privacy_consent" -> new String[] {NAME + NAME, COMPANY, GUARANTOR, STREET};
            case "guarantor_letter" -> new String[] {NAME + NAME, COMPANY, GUARANTOR, PURPOSE, "Notstated"};
            default -> new String[] {NAME + NAME, COMPANY, GUARANTOR, PURPOSE};
        };
    }

    private static boolean isInsideTheMargins(TextPosition character) {
        return character.getUnicode().isBlank()
                || character.getX() >= MARGIN - 1
                        && character.getX() + character.getWidth() <= character.getPageWidth() - MARGIN + 1
                        && character.getY() >= 0
                        && character.getY() <= character.getPageHeight();
    }

    private static String text(List<TextPosition> characters) {
        return characters.stream()
                .map(TextPosition::getUnicode)
                .collect(Collectors.joining())
                .replaceAll("\\s+", "");
    }
}
