package io.loanflow.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of the tests: one server in each JVM, started at the first use, and as many empty databases in it as
 * are asked for. Embedded, or a container: {@code -Dtest.database=embedded} or {@code =testcontainers} says which; when
 * nothing is said, Docker is used if it answers and has or can get the image.
 *
 * @param url the JDBC URL, without credentials
 * @param user who owns the database
 * @param password of the user
 */
public record Database(String url, String user, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new, empty database on the server of this JVM. */
    public static Database create() {
        var name = "test_" + COUNT.incrementAndGet();
        var server = Server.INSTANCE;
        server.client().sql("CREATE DATABASE " + name).update();
        return new Database(server.url.replace("/postgres", "/" + name), server.user, server.password);
    }

    /** For looking into the database past the application. */
    public JdbcClient client() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return JdbcClient.create(source);
    }

    private record Server(String url, String user, String password) {

        static final Server INSTANCE = start();

        private static Server start() {
            var choice = DatabaseChoice.make();
            System.out.println("[tests] PostgreSQL: " + choice);
            return choice.testcontainers() ? container(choice) : embedded();
        }

        private static Server container(DatabaseChoice choice) {
            try {
                return container();
            } catch (RuntimeException e) {
                if (choice.canFallBack()) {
                    System.out.println("[tests] PostgreSQL: embedded after all (" + e + ")");
                    return embedded();
                }
                throw e;
            }
        }

        JdbcClient client() {
            return new Database(url, user, password).client();
        }

        private static Server embedded() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setRegisterShutdownHook(false)
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                        .start();
                stopAfterSpring(server);
                return new Server("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** After every Spring context of this JVM has closed, because they all use it. */
        private static void stopAfterSpring(EmbeddedPostgres server) {
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        /** Never stopped by hand: the container goes with the JVM. */
        @SuppressWarnings("resource")
        private static Server container() {
            var container = new PostgreSQLContainer(DatabaseChoice.IMAGE)
                    .withDatabaseName("postgres")
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return new Server(
                    "jdbc:postgresql://%s:%d/postgres"
                            .formatted(
                                    container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)),
                    container.getUsername(),
                    container.getPassword());
        }
    }
}
