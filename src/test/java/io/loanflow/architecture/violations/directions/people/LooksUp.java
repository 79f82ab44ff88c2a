package io.loanflow.architecture.violations.directions.people;

import io.loanflow.architecture.violations.directions.application.Loans;

record LooksUp(Loans loans) {}
