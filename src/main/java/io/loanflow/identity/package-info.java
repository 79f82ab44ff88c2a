/** Who is calling and what they may see: accounts, log-in, tokens, visibility; one identity for API, Tasklist and socket. */
@NullMarked
package io.loanflow.identity;

import org.jspecify.annotations.NullMarked;
