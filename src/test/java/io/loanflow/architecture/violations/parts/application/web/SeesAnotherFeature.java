package io.loanflow.architecture.violations.parts.application.web;

import io.loanflow.architecture.violations.parts.people.Brokers;

record SeesAnotherFeature(Brokers brokers) {}
