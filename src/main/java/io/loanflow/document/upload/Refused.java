package io.loanflow.document.upload;

import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.List;

/** Why a file is refused. */
final class Refused {

    private Refused() {}

    static Problem kind(String code, String detail) {
        return of(415, "Not a kind of file that is taken", code, detail);
    }

    static Problem content(String code, String detail) {
        return of(422, "The file is not taken", code, detail);
    }

    static Problem truncated() {
        return content("truncated", "The file is not complete: its end is missing. Send the whole file again.");
    }

    static Problem corrupt(String what) {
        return content("corrupt", "The file is damaged: " + what + ". Save it again and send the new file.");
    }

    static Problem polyglot(String what) {
        return content("polyglot", "The file is two things at once: " + what + ". Save it anew and send that file.");
    }

    static Problem unscanned() {
        return of(
                503,
                "Not possible now",
                "scanner_unavailable",
                "The virus scanner gives no answer, so nothing was stored. Send the file again later.");
    }

    private static Problem of(int status, String title, String code, String detail) {
        return Problem.of(status, title, List.of(new Violation("/file", code, detail)));
    }
}
