/** Reading what people and programs send: every mistake is found at once and named by a JSON pointer. */
@NullMarked
package io.loanflow.platform.input;

import org.jspecify.annotations.NullMarked;
