package io.loanflow.document.upload;

import io.loanflow.platform.Problem;

/** What a scanner found is not repeated: it would help whoever tries. */
final class Infected {

    private Infected() {}

    static Problem problem() {
        return Refused.content("infected", "The virus scanner found something in the file. Nothing was stored.");
    }
}
