package io.loanflow.application;

import io.loanflow.identity.GroupsChanged;
import io.loanflow.people.BdmChanged;
import io.loanflow.people.Bdms;
import io.loanflow.people.BrokerChanged;
import io.loanflow.people.Brokers;
import io.loanflow.workflow.ApplicationLock;
import io.loanflow.workflow.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Offers open tasks anew when the people behind a broker or a BDM, or their groups, are others, in the transaction that
 * changed them.
 */
@Component
class ParticipantListener {

    private final Brokers brokers;
    private final Bdms bdms;
    private final JdbcClient jdbc;
    private final ApplicationLock lock;
    private final Tasks tasks;

    ParticipantListener(Brokers brokers, Bdms bdms, JdbcClient jdbc, ApplicationLock lock, Tasks tasks) {
        this.brokers = brokers;
        this.bdms = bdms;
        this.jdbc = jdbc;
        this.lock = lock;
        this.tasks = tasks;
    }

    @EventListener
    void changed(BrokerChanged event) {
        offerAnew("a.broker_id = :id", event.brokerId());
    }

    @EventListener
    void changed(BdmChanged event) {
        offerAnew(
                "(a.bdm_id = :id or a.bdm_id is null and exists"
                        + " (select 1 from broker_bdm l where l.broker_id = a.broker_id and l.bdm_id = :id))",
                event.bdmId());
    }

    @EventListener
    void changed(GroupsChanged event) {
        brokers.ofUser(event.userId()).ifPresent(broker -> changed(new BrokerChanged(broker.id())));
        bdms.ofUser(event.userId()).ifPresent(bdm -> changed(new BdmChanged(bdm.id())));
    }

    private void offerAnew(String whose, long id) {
        jdbc.sql("select a.reference from application a where " + whose + " and exists"
                        + " (select 1 from act_ru_task t where t.proc_inst_id_ = a.process_instance_id)"
                        + " order by a.reference")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(reference -> {
                    lock.acquire(reference);
                    tasks.offerAnew(reference);
                });
    }
}
