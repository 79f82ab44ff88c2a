package io.loanflow.notification.store;

import io.loanflow.notification.Parties;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PartyRows implements Parties {

    private final JdbcClient jdbc;

    PartyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> of(String reference) {
        return jdbc.sql("""
                        select user_id
                          from (select b.user_id from application a join broker b on b.id = a.broker_id
                                  join act_id_membership g on g.user_id_ = b.user_id and g.group_id_ = 'broker'
                                 where a.reference = :reference
                                union
                                select m.user_id from application a join bdm m on m.id = a.bdm_id
                                    or a.bdm_id is null and m.id in
                                       (select l.bdm_id from broker_bdm l where l.broker_id = a.broker_id)
                                  join act_id_membership g on g.user_id_ = m.user_id and g.group_id_ = 'bd'
                                 where a.reference = :reference
                                union
                                select w.user_id from application_borrower ab join borrower w on w.id = ab.borrower_id
                                 where ab.reference = :reference) as party
                         where user_id is not null
                        """).param("reference", reference).query(String.class).set();
    }
}
