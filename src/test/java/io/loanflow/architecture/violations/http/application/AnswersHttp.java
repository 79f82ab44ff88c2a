package io.loanflow.architecture.violations.http.application;

import org.springframework.http.HttpStatus;

record AnswersHttp(HttpStatus status) {}
