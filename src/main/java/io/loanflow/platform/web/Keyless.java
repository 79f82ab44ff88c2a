package io.loanflow.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call, or all calls of a controller, that take no {@code Idempotency-Key}: they take or give secrets, which are not to be
 * kept, or their refusals have to stay, which a key would roll back. A key that is sent all the same is ignored.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Keyless {}
