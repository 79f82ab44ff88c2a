package io.loanflow.servicing;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.loanflow.workflow.Decisions;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in what was not asked for, from the table {@code calculateFunding}. */
@Component
class FundingFigures {

    static final String TABLE = "calculateFunding";

    private final Decisions decisions;

    FundingFigures(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param applicationType null when there is no application, or its type is not entered yet */
    FundingInputs fill(FundingRequest request, @Nullable String applicationType) {
        var row = new Row(decisions
                .decide(TABLE, Collections.singletonMap("applicationType", applicationType))
                .get(0));
        return new FundingInputs(
                requireNonNull(request.amount()),
                requireNonNull(request.rate()),
                requireNonNullElse(
                        request.capitalisedMonths(),
                        row.number("capitalisedMonths").intValueExact()),
                row.or(request.establishmentRate(), "establishmentRate"),
                row.or(request.lineFeeRate(), "lineFeeRate"),
                row.or(request.brokerageRate(), "brokerageRate"),
                row.or(request.applicationFee(), "applicationFee"),
                row.or(request.dueDiligenceFee(), "dueDiligenceFee"),
                row.or(request.legalFee(), "legalFee"),
                row.or(request.gstRate(), "gstRate"),
                row.or(request.valuationFee(), "valuationFee"),
                row.or(request.accountFee(), "accountFee"),
                row.or(request.workingFee(), "workingFee"));
    }

    private record Row(Map<String, Object> outputs) {

        BigDecimal number(String name) {
            return new BigDecimal(String.valueOf(outputs.get(name)));
        }

        BigDecimal or(@Nullable BigDecimal given, String name) {
            return given == null ? number(name) : given;
        }
    }
}
