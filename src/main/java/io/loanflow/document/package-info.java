/** Generate, upload, version and sign documents; the contract of documentSigning. */
@NullMarked
package io.loanflow.document;

import org.jspecify.annotations.NullMarked;
