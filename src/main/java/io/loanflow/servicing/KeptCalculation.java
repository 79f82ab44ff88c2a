package io.loanflow.servicing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calculation and where it is kept.
 *
 * @param id null, and with it all the rest, when it is kept nowhere
 * @param reference of the application
 * @param by account of who made it
 */
public record KeptCalculation(
        @Nullable Long id,
        @Nullable String reference,
        @Nullable Instant at,
        @Nullable String by,
        FundingCalculation calculation) {}
