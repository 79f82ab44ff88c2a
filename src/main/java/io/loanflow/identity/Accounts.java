package io.loanflow.identity;

import io.loanflow.platform.Problem;
import io.loanflow.platform.ShortIds;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who can log in: our table and the engine's users and memberships, always written together. */
@Component
public class Accounts {

    private static final String COLUMNS = "id, email, first_name, last_name, phone, active";
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 200;

    private final JdbcClient jdbc;
    private final EngineUsers engineUsers;
    private final LoginSessions sessions;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, EngineUsers engineUsers, LoginSessions sessions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.engineUsers = engineUsers;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Creates an account.
     *
     * @return its id
     * @throws Problem 400 naming every field that is wrong, 409 when the e-mail is taken
     */
    @Transactional
    public String create(NewAccount wanted) {
        var violations = check(wanted);
        if (!violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        var id = "u" + ShortIds.draw(10).toLowerCase(Locale.ROOT);
        int inserted = jdbc.sql("insert into account (id, email, first_name, last_name, phone)"
                        + " values (:id, :email, :firstName, :lastName, :phone)"
                        + " on conflict (lower(email)) do nothing")
                .param("id", id)
                .param("email", wanted.email())
                .param("firstName", wanted.firstName())
                .param("lastName", wanted.lastName())
                .param("phone", wanted.phone())
                .update();
        if (inserted == 0) {
            throw Problem.conflict("There is an account with this e-mail already.", Map.of());
        }
        engineUsers.create(id, wanted);
        return id;
    }

    public Optional<Account> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from account where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    /** @param email in any case */
    public Optional<Account> findByEmail(String email) {
        if (email.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("select " + COLUMNS + " from account where lower(email) = lower(:email)")
                .param("email", email.strip())
                .query(Account.class)
                .optional();
    }

    /** Account id to the name that people see; unknown ids are absent. */
    public Map<String, String> names(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select " + COLUMNS + " from account where id in (:ids)")
                .param("ids", ids)
                .query(Account.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Account::id, Account::displayName));
    }

    /** Ids of the active accounts in a group. */
    public List<String> membersOf(String group) {
        return jdbc.sql("select a.id from account a join act_id_membership m on m.user_id_ = a.id"
                        + " where m.group_id_ = :group and a.active order by a.id")
                .param("group", group)
                .query(String.class)
                .list();
    }

    /** The groups that an account is in now. */
    public Set<String> groupsOf(String id) {
        return Set.copyOf(
                jdbc.sql("select group_id_ from act_id_membership" + " where user_id_ = :id and group_id_ in (:known)")
                        .param("id", id)
                        .param("known", GroupNames.ALL)
                        .query(String.class)
                        .list());
    }

    /** Replaces the groups of an account. */
    @Transactional
    public void setGroups(String id, Set<String> groups) {
        if (!GroupNames.ALL.containsAll(groups)) {
            throw Problem.badInput("/groups", "unknown_group", "Groups are " + knownGroups() + ".");
        }
        if (engineUsers.setGroups(id, groupsOf(id), groups)) {
            events.publishEvent(new GroupsChanged(id));
        }
    }

    /** Lets somebody log in again, or ends every session and lets them no more. */
    @Transactional
    public void setActive(String id, boolean active) {
        jdbc.sql("update account set active = :active where id = :id")
                .param("active", active)
                .param("id", id)
                .update();
        if (!active) {
            sessions.endAll(id, "deactivated");
        }
    }

    private static List<Violation> check(NewAccount wanted) {
        var violations = new ArrayList<Violation>();
        var email = wanted.email();
        if (email.length() > LONGEST_EMAIL || !email.matches("[^@\\s]+@[^@\\s]+")) {
            violations.add(new Violation("/email", "invalid_email", "'" + email + "' is not an e-mail address."));
        }
        if (wanted.password().length() < SHORTEST_PASSWORD || wanted.password().length() > LONGEST_PASSWORD) {
            violations.add(new Violation(
                    "/password",
                    "invalid_length",
                    "A password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters."));
        }
        if (!GroupNames.ALL.containsAll(wanted.groups())) {
            violations.add(new Violation("/groups", "unknown_group", "Groups are " + knownGroups() + "."));
        }
        return violations;
    }

    private static String knownGroups() {
        return GroupNames.ALL.stream().sorted().collect(Collectors.joining(", "));
    }
}
