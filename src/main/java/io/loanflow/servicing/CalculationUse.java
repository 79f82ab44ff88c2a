package io.loanflow.servicing;

import io.loanflow.identity.AccountUse;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Funding calculations that an account made. */
@Component
class CalculationUse implements AccountUse {

    private final JdbcClient jdbc;

    CalculationUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String userId) {
        return jdbc.sql("select 'funding calculations' where exists"
                        + " (select 1 from funding_calculation where by_user = :user)")
                .param("user", userId)
                .query(String.class)
                .optional();
    }
}
