/** Where the workflow hooks into the engine: listeners attached while models are parsed, and the engine's settings. */
@NullMarked
package io.loanflow.workflow.process;

import org.jspecify.annotations.NullMarked;
