package io.loanflow.servicing;

/** The last instalment of a loan is soon due. */
public record MaturityApproached(String reference, Instalment last) {}
