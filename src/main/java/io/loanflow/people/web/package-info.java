/** The directories, borrowers and guarantors over HTTP. */
@NullMarked
package io.loanflow.people.web;

import org.jspecify.annotations.NullMarked;
