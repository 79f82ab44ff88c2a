package io.loanflow.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;

/** The files of an embedded PostgreSQL: one database, its owner, and a password so that no other user can enter. */
final class Cluster {

    static final String NAME = "loanflow";

    private static final String ACCESS = """
            local all all scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private Cluster() {}

    static void create(DataFolder folder) throws IOException, SQLException {
        var cluster = folder.newCluster();
        var password = newPassword();
        try (var server = EmbeddedServer.builder(folder, cluster).start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
        Files.writeString(passwordFile(cluster), password);
        Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
        Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    static String password(Path cluster) throws IOException {
        return Files.readString(passwordFile(cluster));
    }

    private static Path passwordFile(Path cluster) {
        return cluster.resolve("loanflow.password");
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
