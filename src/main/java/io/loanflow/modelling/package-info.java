/** The analyst's workshop: checks of models, tables and forms. */
@NullMarked
package io.loanflow.modelling;

import org.jspecify.annotations.NullMarked;
