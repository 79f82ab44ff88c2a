/** Keeping numbers that only few may see: encrypted at rest, masked wherever they are shown. */
@NullMarked
package io.loanflow.platform.secrets;

import org.jspecify.annotations.NullMarked;
