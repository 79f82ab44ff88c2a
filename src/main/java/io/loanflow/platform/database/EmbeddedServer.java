package io.loanflow.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A PostgreSQL of our own in the data folder. It lives as long as this object; its data lives on. */
final class EmbeddedServer implements JdbcConnectionDetails, AutoCloseable {

    static final String MAJOR_VERSION = "17";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedServer(DataFolder folder, EmbeddedPostgres server, String password) {
        this.folder = folder;
        this.server = server;
        this.password = password;
    }

    /** Starts the server on this folder, new or old; whatever is wrong with the folder is a {@link DataFolderProblem}. */
    static EmbeddedServer on(Path path) {
        var folder = DataFolder.claim(path);
        try {
            return start(folder);
        } catch (DataFolderProblem e) {
            folder.close();
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            folder.close();
            throw new DataFolderProblem(
                    "The embedded PostgreSQL did not start on " + folder.cluster() + ".",
                    "Read why in " + folder.log() + ", or set LOANFLOW_DATA to another folder.",
                    e);
        }
    }

    private static EmbeddedServer start(DataFolder folder) throws IOException, SQLException {
        folder.tidy();
        if (!Files.exists(folder.cluster())) {
            Cluster.create(folder);
        }
        requireVersion(folder.cluster());
        var password = Cluster.password(folder.cluster());
        var server = startServer(folder, password);
        LOG.info("Embedded PostgreSQL on port {}, data in {}", server.getPort(), folder.cluster());
        return new EmbeddedServer(folder, server, password);
    }

    /** Tries twice: a server whose own start was under way when its application was killed may appear only now. */
    private static EmbeddedPostgres startServer(DataFolder folder, String password) throws IOException {
        var builder = builder(folder, folder.cluster()).setConnectConfig("password", password);
        try {
            return builder.start();
        } catch (IOException e) {
            LOG.debug("The first attempt to start the embedded PostgreSQL failed", e);
            LeftOverServer.stopIn(folder.cluster());
            return builder.start();
        }
    }

    private static void requireVersion(Path cluster) throws IOException {
        var file = cluster.resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!MAJOR_VERSION.equals(version)) {
            throw new DataFolderProblem(
                    "The data in %s was written by PostgreSQL %s; this Loanflow brings PostgreSQL %s."
                            .formatted(cluster, version, MAJOR_VERSION),
                    "Set LOANFLOW_DATA to another folder, or move the data with pg_dump and pg_restore.",
                    null);
        }
    }

    /** Unlike the defaults of the library, which is made for tests: what is committed is on the disk. */
    static EmbeddedPostgres.Builder builder(DataFolder folder, Path cluster) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setErrorRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + Cluster.NAME;
    }

    @Override
    public String getUsername() {
        return Cluster.NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Waits for the server even when the thread is interrupted, as it is when a start is cancelled. */
    @Override
    public void close() {
        var interrupted = Thread.interrupted();
        try (folder) {
            server.close();
            LeftOverServer.stopIn(folder.cluster());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
