package io.loanflow.document.letter;

/** Whether a value is there when a letter is printed. */
enum Need {
    /** Part of every complete application, or of its terms once it is approved. */
    ALWAYS,

    /** There where a letter makes sense at all: the guarantors of a letter to guarantors. */
    SUBJECT,

    /** May be absent: a letter that prints it without a passage of its own needs it. */
    OPTIONAL
}
