package io.loanflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Database;
import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.LoanflowProcess;
import io.loanflow.testing.TestKeystore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, started as a user starts it. */
@Tag("slow")
class StartIT {

    @TempDir
    Path folder;

    @Test
    void startsAgainAfterAKillAndRefusesASecondOnTheSameFolder() throws Exception {
        var environment = Map.of("LOANFLOW_DATA", folder.toString());
        try (var first = LoanflowProcess.startJar(environment)) {
            first.awaitUp().killNine();
        }

        try (var second = LoanflowProcess.start(environment).awaitUp();
                var third = LoanflowProcess.start(environment)) {
            assertThat(third.awaitExit()).isNotZero();
            assertThat(third.output())
                    .contains("Another Loanflow is running on the data folder " + folder.toRealPath())
                    .doesNotContain("\tat ");
            assertThat(second.output())
                    .contains("/swagger-ui", DemoLogin.PASSWORD, "Development seal", folder.resolve("seal.p12") + ";");
            assertThat(Files.getPosixFilePermissions(folder.resolve("seal.p12")))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void refusesAnEmptyServerDatabaseWithoutAFirstAdmin() throws Exception {
        var database = Database.create();
        var environment = Map.of(
                "LOANFLOW_SECRETS_KEYS_TEST", FirstLogin.KEY,
                "LOANFLOW_SEAL_KEYSTORE", TestKeystore.FILE.toString(),
                "LOANFLOW_SEAL_PASSWORD", TestKeystore.PASSWORD,
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password());

        try (var started = LoanflowProcess.start(environment)) {
            assertThat(started.awaitExit()).isNotZero();
            assertThat(started.output())
                    .contains("LOANFLOW_ADMIN_EMAIL", "LOANFLOW_ADMIN_PASSWORD")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void refusesAServerDatabaseWithoutAKeyForSecrets() throws Exception {
        var database = Database.create();
        var environment = Map.of(
                "LOANFLOW_SEAL_KEYSTORE", TestKeystore.FILE.toString(),
                "LOANFLOW_SEAL_PASSWORD", TestKeystore.PASSWORD,
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password());

        try (var started = LoanflowProcess.start(environment)) {
            assertThat(started.awaitExit()).isNotZero();
            assertThat(started.output())
                    .contains("LOANFLOW_SECRETS_KEYS_K1", "openssl rand -base64 32")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void refusesAServerDatabaseWithoutTheLendersKey() throws Exception {
        var environment = new HashMap<>(FirstLogin.on(Database.create()));
        environment.keySet().removeIf(name -> name.startsWith("LOANFLOW_SEAL_"));

        try (var started = LoanflowProcess.start(environment)) {
            assertThat(started.awaitExit()).isNotZero();
            assertThat(started.output())
                    .contains("LOANFLOW_SEAL_KEYSTORE", "LOANFLOW_SEAL_PASSWORD", "keytool -genkeypair")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void refusesAModelThatNamesAGateThatThereIsNot() throws Exception {
        var model = Files.readString(Path.of("processes/loanOrigination.bpmn"))
                .replace("value=\"applicationComplete\"", "value=\"applicationCompleet\"");
        Files.writeString(folder.resolve("loanOrigination.bpmn"), model);
        var environment = Map.of(
                "LOANFLOW_DATA",
                folder.resolve("data").toString(),
                "CAMUNDA_BPM_DEPLOYMENT_RESOURCE_PATTERN",
                folder.toUri() + "*.bpmn");

        try (var started = LoanflowProcess.start(environment)) {
            assertThat(started.awaitExit()).isNotZero();
            assertThat(started.output())
                    .contains("loanOrigination.bpmn, line ", "the gate 'applicationCompleet', which does not exist")
                    .contains("Correct the model");
        }
    }
}
