/** The lender's seal: the certificate page and the digital signature (PAdES). */
@NullMarked
package io.loanflow.document.seal;

import org.jspecify.annotations.NullMarked;
