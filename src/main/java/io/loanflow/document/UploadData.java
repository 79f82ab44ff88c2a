package io.loanflow.document;

import io.loanflow.platform.input.OneOf;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a file that is handed in.
 *
 * @param title the file's name when nothing is said
 * @param shared whether broker and client see it; only staff say, what brokers and clients hand in is shared
 */
public record UploadData(
        @NotNull(message = "is needed")
        @OneOf({
            "application_form",
            "indicative_letter",
            "formal_approval",
            "loan_agreement",
            "privacy_consent",
            "guarantor_letter",
            "company_declaration",
            "director_guarantee",
            "valuation_report",
            "qs_report",
            "id_verification",
            "bank_statement",
            "payslip",
            "tax_return",
            "contract",
            "other"
        })
        String documentType,

        @Size(max = 200, message = "has at most {max} characters") @Nullable
        String title,

        @Size(max = 2000, message = "has at most {max} characters") @Nullable
        String description,

        @Nullable Boolean shared) {}
