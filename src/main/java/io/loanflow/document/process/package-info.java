/** The engine's side of documents: the process that collects signatures, and what it tells the application's. */
@NullMarked
package io.loanflow.document.process;

import org.jspecify.annotations.NullMarked;
