package io.loanflow.architecture.violations.parts.notification;

public record Inbox() {}
