package io.loanflow.overview;

import io.loanflow.identity.AccountUse;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stages that an account moved applications to. */
@Component
class HistoryUse implements AccountUse {

    private final JdbcClient jdbc;

    HistoryUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String userId) {
        return jdbc.sql("""
                        select 'the history of applications'
                         where exists (select 1 from stage_history where by_user = :user)""").param("user", userId).query(String.class).optional();
    }
}
