/** From an application to a PDF: named values, templates, printing. */
@NullMarked
package io.loanflow.document.letter;

import org.jspecify.annotations.NullMarked;
