/** The engine's side of the vocabulary. */
@NullMarked
package io.loanflow.workflow.process;

import org.jspecify.annotations.NullMarked;
