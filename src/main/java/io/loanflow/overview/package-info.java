/** The read model: lists, search and stage history; written by listeners only. */
@NullMarked
package io.loanflow.overview;

import org.jspecify.annotations.NullMarked;
