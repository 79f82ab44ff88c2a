/** The SQL side of documents. */
@NullMarked
package io.loanflow.document.store;

import org.jspecify.annotations.NullMarked;
