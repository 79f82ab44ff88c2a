/** The read model over HTTP. */
@NullMarked
package io.loanflow.overview.web;

import org.jspecify.annotations.NullMarked;
