package io.loanflow.notification.store;

import com.zaxxer.hikari.HikariDataSource;
import io.loanflow.notification.Feed;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Another node on the same database, without its doors: it writes, tells and listens. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import({DedicatedConnections.class, Notifier.class, Listener.class, EventRows.class, InboxRows.class, Feed.class})
class SecondNode {

    static ConfigurableApplicationContext on(DataSource first) {
        try {
            var pool = first.unwrap(HikariDataSource.class);
            return new SpringApplicationBuilder(SecondNode.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .run(
                            "--spring.config.name=second-node",
                            "--spring.datasource.url=" + pool.getJdbcUrl(),
                            "--spring.datasource.username=" + pool.getUsername(),
                            "--spring.datasource.password=" + pool.getPassword(),
                            "--spring.datasource.hikari.maximum-pool-size=2");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
