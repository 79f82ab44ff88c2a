/** A loan application: intake, data, terms, gates; the contract of loanOrigination. */
@NullMarked
package io.loanflow.application;

import org.jspecify.annotations.NullMarked;
