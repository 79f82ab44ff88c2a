package io.loanflow.platform.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot run on its folder. The message says why, the action says what the user can do. */
class DataFolderProblem extends RuntimeException {

    private final String action;

    DataFolderProblem(String message, String action, @Nullable Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
