package io.loanflow.testing;

/** The admin that every test database starts with. */
public final class FirstLogin {

    public static final String EMAIL = "admin@loanflow.example";
    public static final String PASSWORD = "loanflow-demo";

    private FirstLogin() {}
}
