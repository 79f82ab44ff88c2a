/** The engine's own HTTP doors, narrowed to what people may do there. */
@NullMarked
package io.loanflow.workflow.web;

import org.jspecify.annotations.NullMarked;
