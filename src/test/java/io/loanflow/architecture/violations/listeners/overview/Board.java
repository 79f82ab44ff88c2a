package io.loanflow.architecture.violations.listeners.overview;

public record Board() {}
