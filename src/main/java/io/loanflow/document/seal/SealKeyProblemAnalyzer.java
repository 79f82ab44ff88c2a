package io.loanflow.document.seal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a {@link SealKeyProblem} into a sentence for whoever starts the application. */
class SealKeyProblemAnalyzer extends AbstractFailureAnalyzer<SealKeyProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SealKeyProblem problem) {
        return new FailureAnalysis(
                problem.getMessage(),
                "Set LOANFLOW_SEAL_KEYSTORE to a PKCS#12 file and LOANFLOW_SEAL_PASSWORD to its password; with more than"
                        + " one key in it, LOANFLOW_SEAL_ALIAS says which one seals. A certificate that others trust"
                        + " comes from a certificate authority; for trying,\n"
                        + "  keytool -genkeypair -storetype PKCS12 -keystore seal.p12 -alias seal -keyalg RSA -keysize 3072"
                        + " -validity 730 -dname \"CN=Your company\"\n"
                        + "makes one that only says it is you. Keep it for as long as documents sealed with it count.",
                problem);
    }
}
