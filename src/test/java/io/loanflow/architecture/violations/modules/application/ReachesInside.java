package io.loanflow.architecture.violations.modules.application;

import io.loanflow.architecture.violations.modules.people.internal.Hidden;

record ReachesInside(Hidden hidden) {}
