package io.loanflow.document.upload;

import io.loanflow.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compound files: Office files of before 2007, and also those of today when they have a password. */
final class OldOffice {

    private OldOffice() {}

    static Problem refusal(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return Needles.in(bytes, List.of("encryptedpackage")).isPresent()
                    ? Refused.content("encrypted", "The file is encrypted. Send it without a password.")
                    : Refused.kind("wrong_kind", "The file is of an old Office format: save it as DOCX or XLSX.");
        }
    }
}
