/** Mechanisms without business meaning: problem answers, pages, identifiers, time. Every feature may use it. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.loanflow.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
