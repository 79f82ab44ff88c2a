package io.loanflow.document.seal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code pdfsig} of poppler-utils; where there is none, the test is skipped, or fails when -Drequire.pdfsig=true. */
final class PdfSig {

    private static final Path PROGRAM = Path.of("/usr/bin/pdfsig");
    private static final String MISSING = "no pdfsig at " + PROGRAM + "; the package poppler-utils has it";

    private PdfSig() {}

    /** What it says about the signatures of a PDF. */
    static String of(byte[] pdf) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM) && Boolean.getBoolean("require.pdfsig")) {
            throw new AssertionError("required, but " + MISSING);
        }
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: " + MISSING);
        var file = Files.createTempFile("sealed-", ".pdf");
        try {
            Files.write(file, pdf);
            var process = new ProcessBuilder(PROGRAM.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } finally {
            Files.delete(file);
        }
    }
}
