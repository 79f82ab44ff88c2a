package io.loanflow.application;

import io.loanflow.identity.AccountUse;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications that an account entered, changed or decided. */
@Component
class ApplicationUse implements AccountUse {

    private final JdbcClient jdbc;

    ApplicationUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> of(String userId) {
        return jdbc.sql("""
                        select 'applications that were worked on' where exists (
                            select 1 from application where created_by = :user
                            union all select 1 from application_edit where user_id = :user
                            union all select 1 from assessment where by_user = :user
                            union all select 1 from approval where approved_by = :user
                            union all select 1 from approval_condition where changed_by = :user
                            union all select 1 from checklist_item where changed_by = :user)""").param("user", userId).query(String.class).optional();
    }
}
