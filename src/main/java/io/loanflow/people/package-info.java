/** Who takes part: borrowers, brokers, BDMs. */
@NullMarked
package io.loanflow.people;

import org.jspecify.annotations.NullMarked;
