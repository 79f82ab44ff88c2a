package io.loanflow.architecture.violations.parts.application.web;

import io.loanflow.architecture.violations.parts.notification.Inbox;

record SeesAnotherFeature(Inbox inbox) {}
