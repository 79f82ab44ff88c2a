package io.loanflow.document;

import io.loanflow.platform.Problem;

/** Looks at what somebody hands in before it is kept. */
public interface UploadCheck {

    /**
     * @throws Problem 415 for what is not allowed or not what it is said to be, 422 for what is broken or harmful, 503 when the
     *     virus scanner gives no answer; with a violation that has a code and the pointer {@code /file}
     */
    CheckedUpload check(Upload upload);
}
