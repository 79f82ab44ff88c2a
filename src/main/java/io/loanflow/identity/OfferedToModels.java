package io.loanflow.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a bean: expressions in models may name it. On a public method of such a bean: they may call it. Delegates and
 * listeners of the engine are offered without this, and none of their methods is.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OfferedToModels {}
