package io.loanflow.notification.store;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.stereotype.Component;

/** Opens connections to the application's database that are not from its pool, for those who keep one for ever. */
@Component
class DedicatedConnections {

    private static final String CONNECT_SECONDS = "5";

    private final DataSource dataSource;

    DedicatedConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param name what the database's list of connections shows */
    Connection open(String name) throws SQLException {
        var pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class);
        if (pool == null) {
            throw new IllegalStateException("The data source is not a Hikari pool, so its URL is not known");
        }
        var properties = new Properties();
        putIfKnown(properties, "user", pool.getUsername());
        putIfKnown(properties, "password", pool.getPassword());
        properties.setProperty("ApplicationName", name);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }

    private static void putIfKnown(Properties properties, String key, @Nullable String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }
}
