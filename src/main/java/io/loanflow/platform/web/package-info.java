/** What every HTTP door shares: problem answers, idempotency keys, body limits, lists in pages. */
@NullMarked
package io.loanflow.platform.web;

import org.jspecify.annotations.NullMarked;
