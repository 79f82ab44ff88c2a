package io.loanflow.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The business development managers. */
@Component
public class Bdms {

    private static final String SELECT = "select id, name, email, phone, user_id from bdm ";

    private final JdbcClient jdbc;

    Bdms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a new BDM.
     *
     * @param userId log-in, null when they have none
     * @return the id given to it
     */
    public long add(String name, String email, @Nullable String userId) {
        return jdbc.sql("insert into bdm (name, email, user_id) values (:name, :email, :user) returning id")
                .param("name", name)
                .param("email", email)
                .param("user", userId)
                .query(Long.class)
                .single();
    }

    public Optional<Bdm> find(@Nullable Integer id) {
        return id == null
                ? Optional.empty()
                : jdbc.sql(SELECT + "where id = :id")
                        .param("id", id)
                        .query(Bdm.class)
                        .optional();
    }

    /** Those who look after a broker. */
    public List<Bdm> ofBroker(@Nullable Integer brokerId) {
        return jdbc.sql(SELECT + "where id in (select l.bdm_id from broker_bdm l where l.broker_id = :broker)")
                .param("broker", brokerId)
                .query(Bdm.class)
                .list();
    }

    public Optional<Bdm> ofUser(String userId) {
        return jdbc.sql(SELECT + "where user_id = :user")
                .param("user", userId)
                .query(Bdm.class)
                .optional();
    }
}
