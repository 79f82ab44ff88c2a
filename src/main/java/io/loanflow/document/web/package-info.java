/** Documents over HTTP. */
@NullMarked
package io.loanflow.document.web;

import org.jspecify.annotations.NullMarked;
