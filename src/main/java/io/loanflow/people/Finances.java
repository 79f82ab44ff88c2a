package io.loanflow.people;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what people own, owe, earn and spend. */
@Component
public class Finances {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final JdbcClient jdbc;

    Finances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public FinancialSummary of(Party party) {
        var data = party.data();
        var assets = sum("value", "asset", party);
        var liabilities = sum("amount", "liability", party);
        var income = orNothing(data.annualIncome())
                .add(orNothing(data.otherAnnualIncome()))
                .divide(MONTHS, 2, RoundingMode.HALF_UP);
        var expenses = orNothing(data.monthlyExpenses()).setScale(2, RoundingMode.HALF_UP);
        var payments = monthlyPayments(party);
        return new FinancialSummary(
                assets,
                liabilities,
                assets.subtract(liabilities),
                income,
                expenses,
                payments,
                income.subtract(expenses).subtract(payments));
    }

    /** What somebody pays to lenders a month, in AUD. */
    public BigDecimal monthlyPayments(Party party) {
        return sum("monthly_payment", "liability", party);
    }

    private BigDecimal sum(String column, String table, Party party) {
        return jdbc.sql("select coalesce(sum(" + column + "), 0.00) from " + table + " where "
                        + party.kind().word() + "_id = :id")
                .param("id", party.id())
                .query(BigDecimal.class)
                .single();
    }

    private static BigDecimal orNothing(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
