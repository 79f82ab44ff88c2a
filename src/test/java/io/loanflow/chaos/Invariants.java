package io.loanflow.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application stands in one stage, wherever one looks: token, board, history and event log agree. */
final class Invariants {

    private static final String PLACES = """
            SELECT coalesce(application.reference, instance.business_key_) AS reference,
                   instance.id_ AS instance,
                   (SELECT stage FROM stage_board WHERE reference = application.reference) AS board,
                   (SELECT to_stage FROM stage_history WHERE reference = application.reference
                     ORDER BY id DESC LIMIT 1) AS history,
                   (SELECT payload ->> 'to' FROM event_log
                     WHERE reference = application.reference AND type = 'application_status'
                     ORDER BY xid DESC, id DESC LIMIT 1) AS event,
                   (SELECT count(*) FROM stage_history WHERE reference = application.reference) AS moves,
                   (SELECT count(*) FROM event_log
                     WHERE reference = application.reference AND type = 'application_status') AS events
            FROM application
            FULL JOIN (SELECT * FROM act_ru_execution WHERE id_ = proc_inst_id_) instance
              ON instance.id_ = application.process_instance_id
            """;

    private final JdbcClient database;
    private final ModelStages model = ModelStages.read();

    Invariants(JdbcClient database) {
        this.database = database;
    }

    private record Place(
            String reference,
            @Nullable String instance,
            @Nullable String board,
            @Nullable String history,
            @Nullable String event,
            long moves,
            long events) {

        boolean agreesWith(Set<String> token) {
            return board != null
                    && token.equals(Set.of(board))
                    && board.equals(history)
                    && board.equals(event)
                    && moves == events;
        }
    }

    /** One line for each application that stands in two places at once. */
    List<String> violations() {
        var tokens = tokens();
        return database.sql(PLACES).query(Place.class).stream()
                .filter(place -> !place.agreesWith(token(place, tokens)))
                .map(place -> place + ", token in " + token(place, tokens))
                .toList();
    }

    /** The stages that each application has been in, oldest first. */
    Map<String, List<String>> histories() {
        return database
                .sql("SELECT reference, to_stage AS stage FROM stage_history ORDER BY id")
                .query(Row.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Row::reference, TreeMap::new, Collectors.mapping(Row::stage, Collectors.toList())));
    }

    private static Set<String> token(Place place, Map<String, Set<String>> tokens) {
        return place.instance() == null ? Set.of() : tokens.getOrDefault(place.instance(), Set.of());
    }

    private Map<String, Set<String>> tokens() {
        return database
                .sql("SELECT proc_inst_id_ AS reference, act_id_ AS stage FROM act_ru_execution"
                        + " WHERE act_id_ IS NOT NULL AND is_active_")
                .query(Row.class)
                .stream()
                .flatMap(row -> model.stageOf(row.stage()).map(stage -> new Row(row.reference(), stage)).stream())
                .collect(Collectors.groupingBy(Row::reference, Collectors.mapping(Row::stage, Collectors.toSet())));
    }

    private record Row(String reference, String stage) {}
}
