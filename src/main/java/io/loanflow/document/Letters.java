package io.loanflow.document;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.List;
import java.util.Set;

/** The documents that are generated from the templates in {@code forms/letters}. */
public interface Letters {

    /** The types that state an approval: they are generated from its terms, and need nothing else that is optional. */
    Set<String> APPROVING = Set.of(
            "formal_approval", "loan_agreement", "guarantor_letter", "company_declaration", "director_guarantee");

    /** All types; the template of each is the file of its name. */
    Set<String> TYPES = Set.of(
            "application_form",
            "indicative_letter",
            "formal_approval",
            "loan_agreement",
            "privacy_consent",
            "guarantor_letter",
            "company_declaration",
            "director_guarantee");

    /**
     * Prints a document as PDF. Needs no transaction.
     *
     * @param type one of {@link #TYPES}
     * @throws Problem 422 with every value that is missing or cannot be printed
     */
    PrintedLetter print(String type, Material material);

    /** What {@link #print} would refuse. */
    List<Violation> missing(String type, Material material);
}
