/** Money after the approval: schedule, fees, payments, ledger; the contracts of loanServicing and instalmentCollection. */
@NullMarked
package io.loanflow.servicing;

import org.jspecify.annotations.NullMarked;
