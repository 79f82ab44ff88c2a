package io.loanflow.people;

import java.math.BigDecimal;

/**
 * How somebody stands, in AUD; what is not known counts as nothing.
 *
 * @param assets values of the assets together
 * @param liabilities amounts of the liabilities together; what an asset says is owed for it is not among them
 * @param monthlyIncome annual and other annual income, a twelfth
 * @param monthlyExpenses cost of living
 * @param monthlyPayments to the lenders of the liabilities
 * @param disposable income less expenses and payments, a month
 */
public record FinancialSummary(
        BigDecimal assets,
        BigDecimal liabilities,
        BigDecimal netWorth,
        BigDecimal monthlyIncome,
        BigDecimal monthlyExpenses,
        BigDecimal monthlyPayments,
        BigDecimal disposable) {}
