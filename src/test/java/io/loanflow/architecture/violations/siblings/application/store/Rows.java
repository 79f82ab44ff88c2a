package io.loanflow.architecture.violations.siblings.application.store;

public record Rows() {}
