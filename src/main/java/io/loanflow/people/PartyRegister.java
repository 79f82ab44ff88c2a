package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The borrowers and the guarantors. */
@Component
public class PartyRegister {

    private final StoredParties rows;
    private final InputReader inputs;
    private final ApplicationEventPublisher events;

    PartyRegister(StoredParties rows, InputReader inputs, ApplicationEventPublisher events) {
        this.rows = rows;
        this.inputs = inputs;
        this.events = events;
    }

    /** What is wrong with it as a borrower or as a guarantor, beyond the form of each field. */
    public List<Violation> check(PartyKind kind, PartyData data) {
        return kind == PartyKind.BORROWER ? asBorrower(data) : asGuarantor(data);
    }

    /**
     * Keeps a new one.
     *
     * @param userId log-in of the person, null when they have none
     * @param by id of the user who enters it
     * @return the id given to it
     */
    public long add(PartyKind kind, PartyData data, @Nullable String userId, @Nullable String by) {
        long id = rows.add(kind, data, userId, by);
        if (by != null) {
            remember(new PartyChanged(kind, id, names(inputs.write(data)), by, null));
        }
        return id;
    }

    /**
     * Replaces what is known of somebody, unless it is the same. Listeners are asked before anything is written, so that
     * their locks are taken before ours.
     *
     * @throws Problem 412 when somebody else has changed it since it was read, or what a listener objects
     */
    public void replace(Party present, PartyData data, String by) {
        replace(present, data, by, null);
    }

    /**
     * The same through an application.
     *
     * @param within its reference; what follows for that application is its own business
     */
    public void replace(Party present, PartyData data, String by, @Nullable String within) {
        var fields = changed(present.data(), data);
        if (!fields.isEmpty()) {
            var change = new PartyChanged(present.kind(), present.id(), fields, by, within);
            events.publishEvent(new PartyChanging(change));
            if (!rows.replace(present, data)) {
                throw Problem.preconditionFailed(
                        "Somebody else has just changed this " + present.kind().word() + ".");
            }
            remember(change);
            events.publishEvent(change);
        }
    }

    /** Remembers who entered or changed an amount, when that is what was done. */
    void remember(PartyChanged change) {
        if (change.touchesAmounts()) {
            rows.remember(change);
        }
    }

    private static Set<String> names(JsonNode object) {
        var names = new LinkedHashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public Optional<Party> find(PartyKind kind, long id) {
        return find(kind, List.of(id)).stream().findFirst();
    }

    /** Those of the ids that exist, in the order of the ids given. */
    public List<Party> find(PartyKind kind, Collection<Long> ids) {
        return rows.find(kind, ids);
    }

    /** With the numbers of somebody where the masks of the very same numbers have been sent. */
    public JsonNode unmasked(JsonNode sent, Party present) {
        var whole = sent.deepCopy();
        Masks.lift(whole, "tax_file_number", present.data().taxFileNumber());
        Masks.lift(whole.path("bank_account"), "number", present.data().accountNumber());
        return whole;
    }

    /** The same as the person themselves may read it: without what is noted about them at work. */
    public PartyData withoutRemarks(PartyData data) {
        var tree = (ObjectNode) inputs.write(data);
        tree.remove(List.of("referral_source", "tags", "notes"));
        return Objects.requireNonNull(inputs.tryRead(tree, PartyData.class).value());
    }

    private Set<String> changed(PartyData before, PartyData after) {
        var one = inputs.write(before);
        var other = inputs.write(after);
        var names = names(one);
        names.addAll(names(other));
        names.removeIf(name -> name.equals("id") || one.path(name).equals(other.path(name)));
        if (!Objects.equals(before.taxFileNumber(), after.taxFileNumber())) {
            names.add("tax_file_number");
        }
        if (!Objects.equals(before.accountNumber(), after.accountNumber())) {
            names.add("bank_account");
        }
        return names;
    }

    private static List<Violation> asBorrower(PartyData data) {
        var violations = new ArrayList<Violation>();
        if (data.relationship() != null) {
            violations.add(new Violation("/relationship", "guarantors_only", "Only a guarantor has a relationship."));
        }
        if (data.incomeCounts() != null) {
            violations.add(new Violation(
                    "/income_counts", "guarantors_only", "Whether income counts is said of guarantors only."));
        }
        return violations;
    }

    private static List<Violation> asGuarantor(PartyData data) {
        var violations = new ArrayList<Violation>();
        if (data.isCompany()) {
            need(data.companyName(), "/company_name", "A guarantor that is a company has a name.", violations);
        } else {
            need(data.firstName(), "/first_name", "A guarantor has a first name.", violations);
            need(data.lastName(), "/last_name", "A guarantor has a last name.", violations);
        }
        return violations;
    }

    private static void need(@Nullable String value, String pointer, String detail, List<Violation> violations) {
        if (value == null) {
            violations.add(new Violation(pointer, "missing", detail));
        }
    }
}
