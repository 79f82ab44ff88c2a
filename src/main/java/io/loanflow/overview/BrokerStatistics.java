package io.loanflow.overview;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A broker's applications in figures; amounts in AUD.
 *
 * @param averageAmount of the applications that have an amount; null when none has
 * @param stages where they are now
 * @param reached how many have ever been in a stage, by its id
 */
public record BrokerStatistics(
        long count,
        BigDecimal totalAmount,
        @Nullable BigDecimal averageAmount,
        List<InStage> stages,
        Map<String, Long> reached) {

    /** The applications that are in one stage now. */
    public record InStage(String stage, String name, long count, BigDecimal totalAmount) {}
}
