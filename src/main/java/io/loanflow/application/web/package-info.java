/** Loan applications over HTTP. */
@NullMarked
package io.loanflow.application.web;

import org.jspecify.annotations.NullMarked;
