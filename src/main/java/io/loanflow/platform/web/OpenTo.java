package io.loanflow.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may make a call and which rows they meet there. Every call states it: the description of the API shows it as
 * {@code x-open-to}, and a test makes every call as every group and holds it to that.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    Rows value();

    /** Groups that may call; empty for everybody who is logged in. */
    String[] groups() default {};

    /** True where the process model says who of those who see a row may do this to it. */
    boolean byModel() default false;

    /** Which rows a caller meets. */
    enum Rows {

        /** No log-in is needed. */
        ANYONE,

        /** The caller's own and nothing else; no call can name somebody else's. */
        OWN,

        /** What the caller may see; for them the rest is not there: 404, and absent from lists and counts. */
        VISIBLE,

        /** Every row, for these groups; others are refused with 403 before anything is looked at. */
        ALL
    }
}
