/** The engine's side of loans: the processes that watch them and their instalments. */
@NullMarked
package io.loanflow.servicing.process;

import org.jspecify.annotations.NullMarked;
