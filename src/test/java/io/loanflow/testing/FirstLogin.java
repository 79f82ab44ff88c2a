package io.loanflow.testing;

import java.util.Map;

/** The admin that every test database starts with, and the keys that it is given. */
public final class FirstLogin {

    public static final String EMAIL = "admin@loanflow.example";
    public static final String PASSWORD = "loanflow-demo";

    /** 32 bytes as base64. */
    public static final String KEY = "dGVzdHMgc2VhbCB3aXRoIHRoaXMga2V5LCAzMiBieXQ=";

    private FirstLogin() {}

    /** What the packaged application needs to start on a server database. */
    public static Map<String, String> on(Database database) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                database.url(),
                "SPRING_DATASOURCE_USERNAME",
                database.user(),
                "SPRING_DATASOURCE_PASSWORD",
                database.password(),
                "LOANFLOW_SECRETS_KEYS_TEST",
                KEY,
                "LOANFLOW_SEAL_KEYSTORE",
                TestKeystore.FILE.toString(),
                "LOANFLOW_SEAL_PASSWORD",
                TestKeystore.PASSWORD,
                "LOANFLOW_ADMIN_EMAIL",
                EMAIL,
                "LOANFLOW_ADMIN_PASSWORD",
                PASSWORD);
    }
}
