package io.loanflow.document.letter;

/**
 * A value that is there.
 *
 * @param what it is, for people
 * @param pointer where it was entered
 */
record Text(String text, String what, String pointer, Reading reading) {

    /** For a template. */
    String printed() {
        var clean = Characters.clean(text);
        Characters.unprintable(clean).forEach(codePoint -> reading.refuse(pointer, what, codePoint));
        return clean;
    }
}
