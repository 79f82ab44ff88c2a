package io.loanflow.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at sealed bytes showed.
 *
 * @param valid whether the lender's digital signature covers all of them and fits
 * @param statement what the signed bytes say about the evidence; null when they say nothing readable
 * @param details sentences for people
 */
public record SealCheck(boolean valid, @Nullable SealStatement statement, List<String> details) {}
