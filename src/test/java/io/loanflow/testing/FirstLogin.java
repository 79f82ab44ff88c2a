package io.loanflow.testing;

/** The admin that every test database starts with, and the key that it is given. */
public final class FirstLogin {

    public static final String EMAIL = "admin@loanflow.example";
    public static final String PASSWORD = "loanflow-demo";

    /** 32 bytes as base64. */
    public static final String KEY = "dGVzdHMgc2VhbCB3aXRoIHRoaXMga2V5LCAzMiBieXQ=";

    private FirstLogin() {}
}
