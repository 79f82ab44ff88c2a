/** Money over HTTP. */
@NullMarked
package io.loanflow.servicing.web;

import org.jspecify.annotations.NullMarked;
