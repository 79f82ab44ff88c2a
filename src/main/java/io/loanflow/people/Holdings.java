package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.platform.input.InputReader;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The assets and liabilities of borrowers and guarantors. Whoever sees the owner sees them; every call answers 404 for an
 * owner, or a thing of theirs, that is absent or out of sight, and 403 for a change by somebody who may only read.
 */
@Component
public class Holdings {

    private static final int MOST = 200;

    private final StoredHoldings rows;
    private final PartyChanges parties;
    private final InputReader inputs;
    private final ApplicationEventPublisher events;

    Holdings(StoredHoldings rows, PartyChanges parties, InputReader inputs, ApplicationEventPublisher events) {
        this.rows = rows;
        this.parties = parties;
        this.inputs = inputs;
        this.events = events;
    }

    public <T> Page<T> page(HoldingType<T> type, PartyKind kind, long ownerId, int page, int size, Viewer viewer) {
        var owner = parties.read(kind, ownerId, viewer);
        return new Page<>(rows.list(type, owner, page, size), page, size, rows.count(type, owner));
    }

    /** @throws Problem 400 with every violation, 409 when there are too many */
    @Transactional
    public <T> T add(HoldingType<T> type, PartyKind kind, long ownerId, JsonNode sent, Viewer viewer) {
        var owner = editable(kind, ownerId, viewer);
        var data = read(type, sent, null);
        if (rows.count(type, owner) >= MOST) {
            throw Problem.conflict("There are at most " + MOST + " " + type.field() + ".", Map.of());
        }
        return telling(owner, type, viewer, () -> find(type, owner, rows.add(type, owner, data)));
    }

    /** @throws Problem 400 with every violation */
    @Transactional
    public <T> T patch(HoldingType<T> type, PartyKind kind, long ownerId, long id, JsonNode patch, Viewer viewer) {
        var owner = parties.read(kind, ownerId, viewer);
        var present = find(type, owner, id);
        parties.requireEditor(kind, ownerId, viewer);
        var data = read(type, MergePatch.apply(inputs.write(present), patch), (int) id);
        return telling(owner, type, viewer, () -> {
            rows.replace(type, owner, id, data);
            return find(type, owner, id);
        });
    }

    @Transactional
    public void remove(HoldingType<?> type, PartyKind kind, long ownerId, long id, Viewer viewer) {
        var owner = parties.read(kind, ownerId, viewer);
        find(type, owner, id);
        parties.requireEditor(kind, ownerId, viewer);
        telling(owner, type, viewer, () -> {
            rows.remove(type, owner, id);
            return id;
        });
    }

    private Party editable(PartyKind kind, long ownerId, Viewer viewer) {
        var owner = parties.read(kind, ownerId, viewer);
        parties.requireEditor(kind, ownerId, viewer);
        return owner;
    }

    private <T> T find(HoldingType<T> type, Party owner, long id) {
        return rows.find(type, owner, id).orElseThrow(() -> Problem.notFound(type.word()));
    }

    private <R> R telling(Party owner, HoldingType<?> type, Viewer viewer, Supplier<R> write) {
        var change = new PartyChanged(owner.kind(), owner.id(), Set.of(type.field()), viewer.userId(), null);
        events.publishEvent(new PartyChanging(change));
        var written = write.get();
        parties.remember(change);
        events.publishEvent(change);
        return written;
    }

    private <T> T read(HoldingType<T> type, JsonNode tree, @Nullable Integer id) {
        var reading = inputs.tryRead(tree, type.type());
        var violations = new ArrayList<>(reading.violations());
        var data = reading.value();
        if (data != null && !Objects.equals(type.id().apply(data), id)) {
            violations.add(new Violation("/id", "not_settable", "The id is given by the system."));
        }
        if (data == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return data;
    }
}
