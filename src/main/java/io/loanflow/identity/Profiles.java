package io.loanflow.identity;

import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users as others see them: staff see all, everybody else only themselves. */
@Component
public class Profiles {

    private static final String[] STAFF = {"admin", "credit", "accounts", "bd"};
    private static final String SELECT = """
            select a.*, array(select m.group_id_ from act_id_membership m
                               where m.user_id_ = a.id and m.group_id_ <> 'camunda-admin' order by 1) as groups
            """;
    private static final String MATCHING = """
              from account a
             where (:onlyId::text is null or a.id = :onlyId)
               and (:active::boolean is null or a.active = :active)
               and (:group::text is null or exists (select 1 from act_id_membership m
                                                     where m.user_id_ = a.id and m.group_id_ = :group))
               and (:search::text is null
                    or strpos(lower(concat_ws(' ', a.first_name, a.last_name, a.email)), lower(:search)) > 0)
            """;

    private final JdbcClient jdbc;

    Profiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem 404 when there is none, or none that this viewer may know of */
    public Profile find(Viewer viewer, String id) {
        if (!viewer.in(STAFF) && !viewer.userId().equals(id)) {
            throw absent();
        }
        return find(id);
    }

    public Page<Profile> list(Viewer viewer, UserFilter filter, PageRequest page) {
        var params = params(filter, viewer.in(STAFF) ? null : viewer.userId());
        long total = jdbc.sql("select count(*)" + MATCHING)
                .params(params)
                .query(Long.class)
                .single();
        var items = jdbc.sql(SELECT + MATCHING + " order by " + page.orderBy() + " limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> profile(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    Profile find(String id) {
        return jdbc.sql(SELECT + " from account a where a.id = :id")
                .param("id", id)
                .query((row, number) -> profile(row))
                .optional()
                .orElseThrow(Profiles::absent);
    }

    /** Keeps others from changing the user until the transaction ends. */
    Profile lock(String id) {
        boolean there = jdbc.sql("select 1 from account where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            throw absent();
        }
        return find(id);
    }

    private static Problem absent() {
        return Problem.notFound("user");
    }

    private static Map<String, @Nullable Object> params(UserFilter filter, @Nullable String onlyId) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("onlyId", onlyId);
        params.put("active", filter.active());
        params.put("group", filter.group());
        params.put("search", filter.search());
        return params;
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("id"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("phone"),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getBoolean("active"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
