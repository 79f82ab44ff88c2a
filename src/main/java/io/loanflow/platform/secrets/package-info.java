/** Keeping secrets: what is sealed at rest and masked in answers. */
@NullMarked
package io.loanflow.platform.secrets;

import org.jspecify.annotations.NullMarked;
