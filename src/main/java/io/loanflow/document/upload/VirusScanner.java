package io.loanflow.document.upload;

import java.nio.file.Path;

/** Looks for viruses, when one is configured. */
interface VirusScanner {

    /** @throws io.loanflow.platform.Problem 422 when something is found, 503 when there is no clear answer */
    void scan(Path file);
}
