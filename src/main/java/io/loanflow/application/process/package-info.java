/** The engine's side of a loan application: delegates in, the outgoing process, the contract. */
@NullMarked
package io.loanflow.application.process;

import org.jspecify.annotations.NullMarked;
