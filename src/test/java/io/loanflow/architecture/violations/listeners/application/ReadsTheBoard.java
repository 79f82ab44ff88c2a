package io.loanflow.architecture.violations.listeners.application;

import io.loanflow.architecture.violations.listeners.overview.Board;

record ReadsTheBoard(Board board) {}
