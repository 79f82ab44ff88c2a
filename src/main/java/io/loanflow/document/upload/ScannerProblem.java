package io.loanflow.document.upload;

/** The virus scanner of the configuration has an address that no scanner can have. */
class ScannerProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScannerProblem(String address) {
        super("'" + address + "' is no address of a virus scanner.");
    }
}
