package io.loanflow.overview;

import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.workflow.Lifecycles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up the applications of a broker. */
@Component
public class BrokerFigures {

    private static final String MINE =
            " from application a where a.broker_id = :broker and " + Visibility.on("a.reference");

    private static final String PROCESS = "loanOrigination";

    private final JdbcClient jdbc;
    private final Lifecycles lifecycles;

    BrokerFigures(JdbcClient jdbc, Lifecycles lifecycles) {
        this.jdbc = jdbc;
        this.lifecycles = lifecycles;
    }

    /** Of those applications that the viewer may see. */
    public BrokerStatistics of(long brokerId, Viewer viewer) {
        var stages = stages(brokerId, viewer);
        var reached = reached(brokerId, viewer);
        return ask(
                        "select count(*) as count, coalesce(sum(a.loan_amount), 0) as total,"
                                + " round(avg(a.loan_amount), 2) as average" + MINE,
                        brokerId,
                        viewer)
                .query((row, number) -> new BrokerStatistics(
                        row.getLong("count"),
                        row.getBigDecimal("total"),
                        row.getBigDecimal("average"),
                        stages,
                        reached))
                .single();
    }

    private List<BrokerStatistics.InStage> stages(long brokerId, Viewer viewer) {
        return ask(
                        "select s.stage, max(s.stage_name) as name, count(*) as count,"
                                + " coalesce(sum(m.loan_amount), 0) as total from stage_board s join (select a.*" + MINE
                                + ") m on m.reference = s.reference group by s.stage order by array_position(string_to_array(:stages, ','), s.stage::text)",
                        brokerId,
                        viewer)
                .query((row, number) -> new BrokerStatistics.InStage(
                        row.getString("stage"),
                        row.getString("name"),
                        row.getLong("count"),
                        row.getBigDecimal("total")))
                .list();
    }

    private Map<String, Long> reached(long brokerId, Viewer viewer) {
        return ask(
                        "select h.to_stage, count(distinct h.reference) as count from stage_history h"
                                + " where h.reference in (select a.reference" + MINE
                                + ") group by h.to_stage"
                                + " order by array_position(string_to_array(:stages, ','), h.to_stage::text)",
                        brokerId,
                        viewer)
                .query((row, number) -> Map.entry(row.getString("to_stage"), row.getLong("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private JdbcClient.StatementSpec ask(String sql, long brokerId, Viewer viewer) {
        return jdbc.sql(sql)
                .param("broker", brokerId)
                .param("principals", viewer.principals())
                .param("stages", String.join(",", lifecycles.stagesInOrder(PROCESS)));
    }
}
