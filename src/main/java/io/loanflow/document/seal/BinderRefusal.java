package io.loanflow.document.seal;

/** Why a PDF cannot be bound: what follows "The document cannot be sealed: ". */
final class BinderRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    BinderRefusal(String why) {
        super(why);
    }
}
