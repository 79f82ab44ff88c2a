/** The engine's side of security: its settings, grants, expressions and what a model may not contain. */
@NullMarked
package io.loanflow.identity.process;

import org.jspecify.annotations.NullMarked;
