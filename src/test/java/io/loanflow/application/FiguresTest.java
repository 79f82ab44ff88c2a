package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1} | {\"a\": 1} | ''",
                "{\"a\": 1} | {\"a\": 2} | a",
                "{\"a\": 1} | {} | a",
                "{} | {\"b\": false} | b",
                "{\"a\": null} | {} | ''",
                "{\"a\": []} | {\"a\": null} | ''",
                "{\"a\": {}} | {} | ''",
                "{\"a\": [1]} | {} | a",
                "{\"a\": \"\"} | {} | a",
                "{\"borrowers\": [{\"id\": 1, \"phone\": \"1\"}]} | {\"borrowers\": [{\"id\": 1, \"phone\": \"2\"}]} | borrowers_contact",
                "{\"guarantors\": [{\"id\": 1}]} | {\"guarantors\": [{\"id\": 1, \"notes\": \"n\"}]} | guarantors_contact",
                "{\"borrowers\": [{\"id\": 1, \"phone\": \"1\"}]} | {\"borrowers\": [{\"id\": 1, \"annual_income\": 2}]} | borrowers",
                "{} | {\"borrowers\": [{\"email\": \"a@b\"}]} | borrowers",
                "{\"borrowers\": [{\"id\": 1}]} | {\"borrowers\": [{\"id\": 2}]} | borrowers",
            })
    void namesWhatDiffers(String before, String after, String changed) {
        assertThat(String.join(" ", Figures.changed(Scenario.tree(before), Scenario.tree(after))))
                .isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loan_amount",
                "loan_term",
                "interest_rate",
                "repayment_frequency",
                "product",
                "borrowers",
                "guarantors",
                "securities"
            })
    void knowsTheFigures(String field) {
        assertThat(Figures.areAmong(Set.of("purpose", field))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"purpose", "broker_id", "exit_strategy", "borrowers_contact", "guarantors_contact"})
    void everythingElseIsNone(String field) {
        assertThat(Figures.areAmong(Set.of(field))).isFalse();
        assertThat(Figures.areAmong(Set.of())).isFalse();
    }
}
