package io.loanflow.application;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Solvency questions: yes, no, or not asked (absent). */
public record Solvency(
        @Nullable Boolean litigation,
        @Nullable Boolean unsatisfiedJudgement,
        @Nullable Boolean bankruptOrInsolvent,
        @Nullable Boolean creditRefused,
        @Nullable Boolean taxDebt,
        @Nullable Boolean returnsOutstanding,
        @Nullable Boolean paymentArrangement,

        @Size(max = 4000, message = "has at most {max} characters") @Nullable
        String details) {}
