package io.loanflow.servicing;

/** An instalment is so late that the loan is in arrears. */
public record ArrearsReported(String reference, Instalment instalment) {}
