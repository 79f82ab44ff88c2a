package io.loanflow.document;

import io.loanflow.platform.input.OneOf;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What somebody says who wants a document generated. */
public record Generation(
        @NotNull(message = "is needed")
        @OneOf({
            "application_form",
            "indicative_letter",
            "formal_approval",
            "loan_agreement",
            "privacy_consent",
            "guarantor_letter",
            "company_declaration",
            "director_guarantee"
        })
        @Nullable
        String documentType) {}
