package io.loanflow.document;

import io.loanflow.identity.AccountUse;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents that an account handed in. */
@Component
class DocumentUse implements AccountUse {

    private final JdbcClient jdbc;

    DocumentUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String userId) {
        return jdbc.sql("select 'documents that were handed in' where exists"
                        + " (select 1 from document where created_by = :user)")
                .param("user", userId)
                .query(String.class)
                .optional();
    }
}
