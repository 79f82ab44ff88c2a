package io.loanflow.architecture.violations.modules.people.internal;

public record Hidden() {}
