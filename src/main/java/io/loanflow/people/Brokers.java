package io.loanflow.people;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The brokers. */
@Component
public class Brokers {

    private static final String SELECT =
            "select id, first_name || ' ' || last_name as name, company, email, phone, user_id from broker ";

    private final JdbcClient jdbc;

    Brokers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a new broker.
     *
     * @param userId log-in, null when they have none
     * @return the id given to it
     */
    public long add(
            String firstName, String lastName, @Nullable String company, String email, @Nullable String userId) {
        return jdbc.sql("insert into broker (first_name, last_name, company, email, user_id)"
                        + " values (:first, :last, :company, :email, :user) returning id")
                .param("first", firstName)
                .param("last", lastName)
                .param("company", company)
                .param("email", email)
                .param("user", userId)
                .query(Long.class)
                .single();
    }

    /** A BDM looks after a broker from now on. */
    public void assign(long brokerId, long bdmId) {
        jdbc.sql("insert into broker_bdm (broker_id, bdm_id) values (:broker, :bdm) on conflict do nothing")
                .param("broker", brokerId)
                .param("bdm", bdmId)
                .update();
    }

    /** These BDMs, and no others, look after a broker from now on. */
    void assignOnly(long brokerId, Collection<Integer> bdmIds) {
        jdbc.sql("delete from broker_bdm where broker_id = :broker")
                .param("broker", brokerId)
                .update();
        bdmIds.forEach(bdm -> assign(brokerId, bdm));
    }

    public Optional<Broker> find(@Nullable Integer id) {
        return id == null
                ? Optional.empty()
                : jdbc.sql(SELECT + "where id = :id")
                        .param("id", id)
                        .query(Broker.class)
                        .optional();
    }

    public Optional<Broker> ofUser(String userId) {
        return jdbc.sql(SELECT + "where user_id = :user")
                .param("user", userId)
                .query(Broker.class)
                .optional();
    }
}
