package io.loanflow.document.seal;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What {@link Binder} is asked to do.
 *
 * @param original to append to
 * @param certificate a PDF whose pages are appended
 * @param evidence to attach, where the original's kind allows attachments
 * @param bound written here
 */
record BinderOrder(
        Path original, Path certificate, Path evidence, Path bound, String signer, String reason, Instant at) {

    static BinderOrder of(String... arguments) {
        return new BinderOrder(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                arguments[4],
                arguments[5],
                Instant.parse(arguments[6]));
    }

    String[] arguments() {
        return new String[] {
            original.toString(),
            certificate.toString(),
            evidence.toString(),
            bound.toString(),
            signer,
            reason,
            at.toString()
        };
    }
}
