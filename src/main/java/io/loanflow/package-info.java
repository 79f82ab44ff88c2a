/** The application's start: what is put together from the features, and what is said when it is up. */
@NullMarked
package io.loanflow;

import org.jspecify.annotations.NullMarked;
