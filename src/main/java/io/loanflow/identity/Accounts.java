package io.loanflow.identity;

import io.loanflow.platform.Problem;
import io.loanflow.platform.ShortIds;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.EmailAddress;
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

    private final JdbcClient jdbc;
    private final EngineUsers engineUsers;
    private final LoginSessions sessions;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;

    Accounts(
            JdbcClient jdbc,
            EngineUsers engineUsers,
            LoginSessions sessions,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.engineUsers = engineUsers;
        this.sessions = sessions;
        this.events = events;
        this.trail = trail;
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
            throw taken();
        }
        engineUsers.create(id, wanted);
        trail.record("user_created", Account.SUBJECT, id, Map.of("groups", sorted(wanted.groups())));
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
        if (!EmailAddress.Check.isAddress(email.strip())) {
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

    /** Replaces the groups of an account; when they are others, every session ends. */
    @Transactional
    public void setGroups(String id, Set<String> groups) {
        if (!GroupNames.ALL.containsAll(groups)) {
            throw Problem.badInput("/groups", "unknown_group", "Groups are " + knownGroups() + ".");
        }
        var present = groupsOf(id);
        if (engineUsers.setGroups(id, present, groups)) {
            jdbc.sql("update account set version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
            trail.record("groups_changed", Account.SUBJECT, id, Map.of("from", sorted(present), "to", sorted(groups)));
            events.publishEvent(new GroupsChanged(id));
            sessions.endAll(id, "groups_changed");
        }
    }

    /** Lets somebody log in again, or ends every session and lets them no more. */
    @Transactional
    public void setActive(String id, boolean active) {
        jdbc.sql("update account set active = :active, version = version + 1 where id = :id")
                .param("active", active)
                .param("id", id)
                .update();
        trail.record(active ? "user_activated" : "user_deactivated", Account.SUBJECT, id, Map.of());
        if (!active) {
            sessions.endAll(id, "deactivated");
        }
    }

    /** Counts the passwords of an account; empty when it is absent or not active. */
    public Optional<Long> passwordVersion(String id) {
        return jdbc.sql("select password_version from account where id = :id and active")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    void delete(String id) {
        sessions.endAll(id, "deleted");
        engineUsers.delete(id);
        jdbc.sql("delete from account where id = :id").param("id", id).update();
        trail.record("user_deleted", Account.SUBJECT, id, Map.of());
    }

    static Problem taken() {
        return Problem.conflict("There is an account with this e-mail already.", Map.of());
    }

    private static List<Violation> check(NewAccount wanted) {
        var violations = new ArrayList<Violation>();
        var email = wanted.email();
        if (!EmailAddress.Check.isAddress(email)) {
            violations.add(new Violation("/email", "invalid_email", "'" + email + "' is not an e-mail address."));
        }
        if (!wanted.password().equals(PasswordRules.OF_THE_DEMONSTRATION)) {
            violations.addAll(PasswordRules.check("/password", wanted.password(), email));
        }
        if (!GroupNames.ALL.containsAll(wanted.groups())) {
            violations.add(new Violation("/groups", "unknown_group", "Groups are " + knownGroups() + "."));
        }
        return violations;
    }

    private static String knownGroups() {
        return sorted(GroupNames.ALL);
    }

    private static String sorted(Set<String> groups) {
        return groups.stream().sorted().collect(Collectors.joining(", "));
    }
}
