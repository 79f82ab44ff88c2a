package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.Letters;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents a change touches. */
@Tag("service")
class CatalogueTest {

    private static final TreeMap<String, Set<String>> SHOWN = new TreeMap<>();

    static {
        for (var type : Letters.TYPES) {
            try (var letter = PdfFile.SHIPPED.print(type, Cases.rich("{}"))) {
                SHOWN.put(type, letter.shows());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loan_amount | application_form indicative_letter formal_approval loan_agreement guarantor_letter company_declaration director_guarantee",
                "exit_strategy | application_form loan_agreement",
                "securities | application_form indicative_letter formal_approval loan_agreement",
                "solvency | application_form",
                "guarantors | application_form indicative_letter formal_approval loan_agreement privacy_consent guarantor_letter company_declaration director_guarantee",
                "terms | formal_approval loan_agreement guarantor_letter company_declaration director_guarantee indicative_letter",
                "borrowers_contact | ",
                "guarantors_contact | ",
                "notes | ",
            })
    void aChangeTouchesExactlyWhatShowsIt(String field, String types) {
        var touched = new TreeSet<String>();
        SHOWN.forEach((type, shown) -> {
            if (new Catalogue().areTouched(shown, Set.of(field))) {
                touched.add(type);
            }
        });

        assertThat(touched).containsExactlyInAnyOrder(types == null ? new String[0] : types.split(" "));
    }

    @Test
    void namesThatAreNotKnownAnyMoreTouchNothing() {
        assertThat(new Catalogue().areTouched(Set.of("dropped_long_ago"), Set.of("loan_amount")))
                .isFalse();
    }

    @Test
    void howSomebodyIsReachedTouchesNothing() {
        assertThat(new Catalogue()
                        .areTouched(
                                Set.of("letter_date", "borrowers.address", "bdm_phone"), Set.of("borrowers", "bdm_id")))
                .isFalse();
    }
}
