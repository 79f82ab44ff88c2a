package io.loanflow.people;

import io.loanflow.identity.PartyVisibility;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.Conditions;
import io.loanflow.platform.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of the borrowers or guarantors that somebody may see. */
@Component
public class PartyList {

    /** Fields to sort by, and the SQL that they stand for. */
    public static final Map<String, String> SORTABLE = Map.of(
            "id", "id", "name", "name", "email", "email", "created_at", "created_at", "updated_at", "updated_at");

    /** Newest first. */
    public static final String USUAL_ORDER = "created_at desc, id desc";

    private final JdbcClient jdbc;
    private final StoredParties rows;

    PartyList(JdbcClient jdbc, StoredParties rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * One page of what the viewer may see.
     *
     * @param orderBy SQL made only of {@link #SORTABLE} and {@link #USUAL_ORDER}
     */
    public Page<Party> page(PartyKind kind, Viewer viewer, PartyFilter filter, String orderBy, int page, int size) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("principals", viewer.principals());
        var where = " from " + kind.word() + " where " + String.join(" and ", conditions(kind, filter, parameters));
        long total = jdbc.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql("select *" + where + " order by " + orderBy + " limit :size offset :offset")
                .params(parameters)
                .param("size", size)
                .param("offset", (page - 1L) * size)
                .query((row, number) -> rows.party(kind, row))
                .list();
        return new Page<>(items, page, size, total);
    }

    private static List<String> conditions(PartyKind kind, PartyFilter filter, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        conditions.add(PartyVisibility.on(kind.word(), "id"));
        narrow(
                conditions,
                parameters,
                "(name ilike :search or email ilike :search)",
                "search",
                Conditions.searched(filter.search()));
        narrow(conditions, parameters, "coalesce(data ->> 'kind', 'person') = :kind", "kind", filter.kind());
        narrow(conditions, parameters, "lower(email) = lower(:email)", "email", filter.email());
        narrow(conditions, parameters, "abn = regexp_replace(:abn, '[\\s-]', '', 'g')", "abn", filter.abn());
        narrow(conditions, parameters, "acn = regexp_replace(:acn, '[\\s-]', '', 'g')", "acn", filter.acn());
        return conditions;
    }

    private static void narrow(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String parameter,
            @Nullable String value) {
        if (value != null && !value.isBlank()) {
            conditions.add(condition);
            parameters.put(parameter, value.strip().replace("\0", ""));
        }
    }
}
