package io.loanflow.architecture.violations.engine.application;

import org.camunda.bpm.engine.RuntimeService;

record CallsTheEngine(RuntimeService engine) {}
