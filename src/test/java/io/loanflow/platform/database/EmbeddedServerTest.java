package io.loanflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
class EmbeddedServerTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path parent;

    @Test
    void keepsItsDataOverARestart() {
        try (var server = EmbeddedServer.on(folder())) {
            client(server).sql("CREATE TABLE kept AS SELECT 42 AS answer").update();
        }

        try (var server = EmbeddedServer.on(folder())) {
            assertThat(client(server).sql("SELECT answer FROM kept").query().singleValue())
                    .isEqualTo(42);
        }
    }

    @Test
    void keepsWhatWasCommittedBeforeAKillAndTakesOverFromTheServerThatOutlivedIt() throws Exception {
        var killed = ServerProcess.start(folder());
        killed.awaitUrl();
        var survivor = processId(folder());
        client(url(), Cluster.password(folder().resolve("postgres")))
                .sql("CREATE TABLE kept AS SELECT 42 AS answer")
                .update();
        killed.killNine();
        assertThat(ProcessHandle.of(survivor)).get().matches(ProcessHandle::isAlive);

        try (var server = EmbeddedServer.on(folder())) {
            assertThat(client(server).sql("SELECT answer FROM kept").query().singleValue())
                    .isEqualTo(42);
            assertThat(processId(folder())).isNotEqualTo(survivor);
        }
    }

    @RepeatedTest(3)
    void startsAfterAKillAtAnyMomentOfTheFirstStart() throws Exception {
        var killed = ServerProcess.start(folder());
        Thread.sleep(ThreadLocalRandom.current().nextInt(300, 4000));
        killed.killNine();

        try (var server = EmbeddedServer.on(folder())) {
            assertThat(client(server).sql("SELECT 1").query().singleValue()).isEqualTo(1);
        }
    }

    @Test
    void refusesAFolderOnWhichAnotherApplicationRuns() throws Exception {
        try (var first = ServerProcess.start(folder())) {
            var url = first.awaitUrl();

            assertThat(ServerProcess.start(folder()).awaitRefusal())
                    .isEqualTo("Another Loanflow is running on the data folder " + folder() + ".");
            assertThat(client(url, Cluster.password(folder().resolve("postgres")))
                            .sql("SELECT 1")
                            .query()
                            .singleValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void takesALockFileOfAProcessThatIsNotItsServerForStale() throws Exception {
        EmbeddedServer.on(folder()).close();
        var pidFile = folder().resolve("postgres/postmaster.pid");
        Files.write(pidFile, List.of(Long.toString(ProcessHandle.current().pid()), "anything"));

        try (var server = EmbeddedServer.on(folder())) {
            assertThat(client(server).sql("SELECT 1").query().singleValue()).isEqualTo(1);
        }
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        var cluster = Files.createDirectories(folder().resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "12\n");

        assertThatExceptionOfType(DataFolderProblem.class)
                .isThrownBy(() -> EmbeddedServer.on(folder()))
                .withMessageContaining("was written by PostgreSQL 12; this Loanflow brings PostgreSQL 17");
    }

    @Test
    void refusesAPathThatIsNoFolder() throws Exception {
        Files.writeString(folder(), "a file");

        assertThatExceptionOfType(DataFolderProblem.class)
                .isThrownBy(() -> EmbeddedServer.on(folder()))
                .withMessage("The data folder %s is a file.", folder());
    }

    @Test
    void runsTheVersionThatItAsksForAndWritesWhatIsCommittedToTheDisk() {
        try (var server = EmbeddedServer.on(folder())) {
            assertThat(setting(server, "server_version")).startsWith(EmbeddedServer.MAJOR_VERSION + ".");
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void letsNobodyInWithoutItsPassword() {
        try (var server = EmbeddedServer.on(folder())) {
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> client(server.getJdbcUrl(), "guessed")
                            .sql("SELECT 1")
                            .query()
                            .singleValue())
                    .havingRootCause()
                    .withMessageContaining("password authentication failed");
        }
    }

    private Path folder() {
        return parent.resolve("data");
    }

    private String url() throws Exception {
        var port =
                Files.readAllLines(folder().resolve("postgres/postmaster.pid")).get(3);
        return "jdbc:postgresql://localhost:" + port + "/loanflow";
    }

    private static long processId(Path folder) throws Exception {
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static String setting(EmbeddedServer server, String name) {
        return client(server).sql("SHOW " + name).query(String.class).single();
    }

    private static JdbcClient client(EmbeddedServer server) {
        return client(server.getJdbcUrl(), server.getPassword());
    }

    private static JdbcClient client(String url, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("loanflow");
        source.setPassword(password);
        return JdbcClient.create(source);
    }
}
