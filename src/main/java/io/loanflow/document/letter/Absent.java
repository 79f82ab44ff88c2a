package io.loanflow.document.letter;

import java.util.Collections;
import java.util.Iterator;

/**
 * A value that is not there: a passage about it is left out, as nothing is repeated for it.
 *
 * @param what it is, for people
 * @param pointer where it would be entered
 */
record Absent(String what, String pointer, Reading reading) implements Iterable<Object> {

    @Override
    public Iterator<Object> iterator() {
        return Collections.emptyIterator();
    }

    /** For a template that prints it all the same. */
    String printed() {
        reading.lack(pointer, what);
        return "";
    }
}
