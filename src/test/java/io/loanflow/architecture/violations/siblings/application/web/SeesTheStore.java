package io.loanflow.architecture.violations.siblings.application.web;

import io.loanflow.architecture.violations.siblings.application.store.Rows;

record SeesTheStore(Rows rows) {}
