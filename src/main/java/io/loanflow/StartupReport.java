package io.loanflow;

import io.loanflow.document.SealSource;
import io.loanflow.platform.DatabaseServer;
import io.loanflow.platform.secrets.KeySource;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last lines of a start: where everything is, and in embedded mode how to log in. */
@Component
class StartupReport {

    private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

    private final DatabaseServer database;
    private final KeySource keys;
    private final SealSource seal;
    private final Environment environment;

    StartupReport(DatabaseServer database, KeySource keys, SealSource seal, Environment environment) {
        this.database = database;
        this.keys = keys;
        this.seal = seal;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        var port = environment.getProperty("local.server.port", "8080");
        LOG.info("\n{}", text("http://localhost:" + port));
    }

    String text(String base) {
        var places = """

                  Loanflow is running.
                  API         %1$s/api
                  Swagger UI  %1$s/swagger-ui
                  Tasklist    %1$s/camunda/app/tasklist/default/
                  Cockpit     %1$s/camunda/app/cockpit/default/
                  Mail        %2$s
                """.formatted(base, mail());
        return database.embedded() ? places + logins() + key() + seal() : places;
    }

    private String key() {
        var file = keys.developmentFile();
        return file == null
                ? ""
                : "  Development key for tax file and account numbers: %s; lose it and they are lost.%n"
                        .formatted(file);
    }

    private String seal() {
        var file = seal.developmentFile();
        return file == null
                ? ""
                : "  Development seal for signed documents: %s; self-signed, it proves nothing to others.%n"
                        .formatted(file);
    }

    private String mail() {
        var host = environment.getProperty("spring.mail.host", "");
        return host.isBlank() ? "stays in the outbox; set SPRING_MAIL_HOST to send it" : "goes to " + host;
    }

    private static String logins() {
        return DemoLogin.ALL.stream()
                .map(login -> "    %-28s %s%n".formatted(login.email(), login.group()))
                .collect(Collectors.joining("", "  Demo log-ins, password " + DemoLogin.PASSWORD + ":\n", ""));
    }
}
