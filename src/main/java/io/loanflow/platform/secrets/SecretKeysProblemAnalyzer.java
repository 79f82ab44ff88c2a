package io.loanflow.platform.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link SecretKeysProblem} into a sentence for whoever starts the application. */
class SecretKeysProblemAnalyzer extends AbstractFailureAnalyzer<SecretKeysProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SecretKeysProblem problem) {
        return new FailureAnalysis(
                problem.getMessage(),
                "Set LOANFLOW_SECRETS_KEYS_K1 to 32 random bytes as base64; 'openssl rand -base64 32' makes them."
                        + " Keep the key apart from the database: without it tax file and account numbers cannot be read."
                        + " With more than one key, LOANFLOW_SECRETS_ACTIVE says which one seals.",
                problem);
    }
}
