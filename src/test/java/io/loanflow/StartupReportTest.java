package io.loanflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.SealSource;
import io.loanflow.platform.DatabaseServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mock.env.MockEnvironment;

@Tag("fast")
class StartupReportTest {

    @Test
    void namesTheDemoLoginsInEmbeddedMode() {
        assertThat(report(true))
                .contains("http://localhost:8080/camunda/app/tasklist/default/", "http://localhost:8080/swagger-ui")
                .contains("admin@loanflow.example", "client@loanflow.example", "password loanflow-demo");
    }

    @Test
    void namesNoLoginOnAServer() {
        assertThat(report(false)).contains("/camunda/app/cockpit/default/").doesNotContain("@", "password");
    }

    @Test
    void saysInEmbeddedModeThatTheSealIsForDevelopment() {
        assertThat(report(true)).contains("Development seal", "seal.p12");
        assertThat(report(false)).doesNotContain("seal");
    }

    @Test
    void isHealthyInEmbeddedModeOnlyWhenTheDemoDataIsThere() {
        var health = new DemoDataHealth(new DatabaseServer(true));
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        health.demoDataIsThere();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isHealthyOnAServerWithoutDemoData() {
        assertThat(new DemoDataHealth(new DatabaseServer(false)).health().getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void saysWhereMailGoes() {
        assertThat(report(false)).contains("stays in the outbox", "SPRING_MAIL_HOST");
        assertThat(report(false, new MockEnvironment().withProperty("spring.mail.host", "mail.example")))
                .contains("goes to mail.example");
    }

    private static String report(boolean embedded) {
        return report(embedded, new MockEnvironment());
    }

    private static String report(boolean embedded, MockEnvironment environment) {
        var keys = new io.loanflow.platform.secrets.KeySource(null);
        var seal = new SealSource(Path.of("data/seal.p12"));
        return new StartupReport(new DatabaseServer(embedded), keys, seal, environment).text("http://localhost:8080");
    }
}
