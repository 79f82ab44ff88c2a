/** Log-in over HTTP and the filters that decide who a request comes from. */
@NullMarked
package io.loanflow.identity.web;

import org.jspecify.annotations.NullMarked;
