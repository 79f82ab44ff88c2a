package io.loanflow.servicing;

import java.time.Instant;
import java.util.List;

/** The calculations that are kept with applications; none is ever changed. */
public interface FundingCalculations {

    KeptCalculation keep(String reference, Instant at, String by, FundingCalculation calculation);

    /** @return the newest, newest first, as many as the limit says at most */
    List<KeptCalculation> of(String reference, int limit);
}
