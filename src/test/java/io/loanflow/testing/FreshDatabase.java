package io.loanflow.testing;

import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a Spring context an empty database of its own, as on a configured server, the first admin and the keys that it needs, and quick passwords. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = Database.create();
        TestPropertyValues.of(
                        "loanflow.seal.keystore=" + TestKeystore.FILE,
                        "loanflow.seal.password=" + TestKeystore.PASSWORD)
                .applyTo(context);
        TestPropertyValues.of(Map.of(
                        "loanflow.secrets.keys.test",
                        FirstLogin.KEY,
                        "spring.datasource.hikari.connection-timeout",
                        "3000",
                        "spring.datasource.url",
                        database.url(),
                        "spring.datasource.username",
                        database.user(),
                        "spring.datasource.password",
                        database.password(),
                        "loanflow.admin.email",
                        FirstLogin.EMAIL,
                        "loanflow.admin.password",
                        FirstLogin.PASSWORD,
                        "loanflow.passwords.memory",
                        "1MB",
                        "spring.main.banner-mode",
                        "off"))
                .applyTo(context);
    }
}
