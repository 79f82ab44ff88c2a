/** What a file really is, whether it is whole and harmless, and what a virus scanner says of it. */
@NullMarked
package io.loanflow.document.upload;

import org.jspecify.annotations.NullMarked;
