/** The engine's vocabulary: stages and exits read from the model, who may take them, tasks, events out. */
@NullMarked
package io.loanflow.workflow;

import org.jspecify.annotations.NullMarked;
