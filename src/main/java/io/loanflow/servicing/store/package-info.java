/** Money in PostgreSQL. */
@NullMarked
package io.loanflow.servicing.store;

import org.jspecify.annotations.NullMarked;
