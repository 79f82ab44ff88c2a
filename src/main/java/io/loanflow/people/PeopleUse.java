package io.loanflow.people;

import io.loanflow.identity.AccountUse;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brokers, BDMs and borrowers who log in with an account. */
@Component
class PeopleUse implements AccountUse {

    private final JdbcClient jdbc;

    PeopleUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String userId) {
        return jdbc.sql("""
                        select what from (
                            select user_id, 'a broker' as what from broker
                            union all select user_id, 'a BDM' from bdm
                            union all select user_id, 'a borrower' from borrower) link
                         where user_id = :user limit 1""").param("user", userId).query(String.class).optional();
    }
}
