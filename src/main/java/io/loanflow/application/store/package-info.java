/** The SQL side of loan applications. */
@NullMarked
package io.loanflow.application.store;

import org.jspecify.annotations.NullMarked;
