package io.loanflow.architecture.violations.parts.people;

public record Brokers() {}
