/** Tasks over HTTP. */
@NullMarked
package io.loanflow.workflow.web;

import org.jspecify.annotations.NullMarked;
