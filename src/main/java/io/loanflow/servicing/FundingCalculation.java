package io.loanflow.servicing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * What is kept back of a loan, and what is left of it to be paid out, domain section "Money". Amounts in AUD, each line
 * rounded half up to cents.
 *
 * @param lines always the same, in the same order, also those of 0.00
 * @param fundsAvailable the loan less the fees; below zero when they exceed it
 */
public record FundingCalculation(
        FundingInputs inputs, List<FundingLine> lines, BigDecimal totalFees, BigDecimal fundsAvailable) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

    public FundingCalculation {
        lines = List.copyOf(lines);
    }

    /** One of the amounts that are kept back. */
    public record FundingLine(String name, BigDecimal amount) {}

    public static FundingCalculation of(FundingInputs inputs) {
        var lines = lines(inputs);
        var fees = lines.stream().map(FundingLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new FundingCalculation(inputs, lines, fees, cents(inputs.amount().subtract(fees)));
    }

    private static List<FundingLine> lines(FundingInputs inputs) {
        var loan = inputs.amount();
        var months = BigDecimal.valueOf(inputs.capitalisedMonths());
        var interest = percent(loan, inputs.rate()).multiply(months).divide(MONTHS_A_YEAR, MathContext.DECIMAL128);
        var gst = percent(inputs.legalFee(), inputs.gstRate());
        return List.of(
                line("establishment_fee", percent(loan, inputs.establishmentRate())),
                line("capitalised_interest", interest),
                line("line_fee", percent(loan, inputs.lineFeeRate()).multiply(months)),
                line("brokerage", percent(loan, inputs.brokerageRate())),
                line("application_fee", inputs.applicationFee()),
                line("due_diligence_fee", inputs.dueDiligenceFee()),
                line("legal_fee", inputs.legalFee().add(gst)),
                line("valuation_fee", inputs.valuationFee()),
                line("account_fee", inputs.accountFee().multiply(months)),
                line("working_fee", inputs.workingFee()));
    }

    private static FundingLine line(String name, BigDecimal amount) {
        return new FundingLine(name, cents(amount));
    }

    private static BigDecimal percent(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).divide(HUNDRED);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
