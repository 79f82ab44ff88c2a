package io.loanflow.architecture.violations.directions.application;

public record Loans() {}
