package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Viewer;
import io.loanflow.platform.MergePatch;
import io.loanflow.platform.Page;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Reusable contacts of one kind: who sees which entries, and who may write them. */
public abstract class Directory<T> {

    private final DirectoryShape<T> shape;
    private final List<String> writers;
    private final DirectoryTools tools;
    private final DirectoryTable<T> table;

    /** @param writers the groups that write entries */
    Directory(DirectoryShape<T> shape, List<String> writers, DirectoryTools tools) {
        this.shape = shape;
        this.writers = writers;
        this.tools = tools;
        this.table = tools.table(shape);
    }

    /** Fields to sort by, and the SQL that they stand for. */
    public Map<String, String> sortable() {
        return shape.sortable();
    }

    /** By name. */
    public String usualOrder() {
        return shape.usualOrder();
    }

    public Page<Entry<T>> list(Viewer viewer, Listing listing) {
        return table.page(listing, sight(viewer), Map.of("viewer", viewer.userId()));
    }

    /** @throws Problem 404 when it is absent or not this viewer's to know of */
    public Entry<T> require(Viewer viewer, long id) {
        return table.find(id, sight(viewer), Map.of("viewer", viewer.userId()))
                .orElseThrow(() -> Problem.notFound(shape.what()));
    }

    /** What was entered of one, for letters about what refers to it. */
    public Optional<T> find(int id) {
        return table.find(id, "true", Map.of()).map(Entry::data);
    }

    /** Names of entries by their ids, for those who see an entry that refers to them. */
    public Map<Integer, String> names(Set<Integer> ids) {
        return table.names(ids);
    }

    /** @throws Problem 403 for others than the writers, 400 with every violation, 409 when it does not fit the others */
    @Transactional
    public Entry<T> add(JsonNode entered, Viewer viewer) {
        requireWriter(viewer);
        var data = read(entered, null);
        admit(data, null);
        long id = table.add(data);
        stored(id, data, null);
        return lock(id);
    }

    /**
     * Applies a JSON merge patch (RFC 7396).
     *
     * @throws Problem 404, 403 not this person, 412 another version, 400 with every violation, 409
     */
    @Transactional
    public Entry<T> change(long id, JsonNode patch, Predicate<Long> isPresentVersion, Viewer viewer) {
        var present = held(id, isPresentVersion, viewer);
        var data = read(MergePatch.apply(tools.inputs().write(present.data()), patch), present);
        if (data.equals(present.data())) {
            return present;
        }
        admit(data, present);
        table.replace(id, data);
        stored(id, data, present);
        return lock(id);
    }

    /** @throws Problem 404, 403 not this person, 412 another version, 409 when something refers to it */
    @Transactional
    public void remove(long id, Predicate<Long> isPresentVersion, Viewer viewer) {
        held(id, isPresentVersion, viewer);
        tools.references().requireNone(shape.table(), id, shape.what());
        table.delete(id);
    }

    /** SQL condition on {@code t} for what somebody sees; {@code :viewer} is their user id. */
    abstract String sight(Viewer viewer);

    /** What the fields alone do not show; {@code present} is null for a new entry. */
    List<Violation> check(T data, @Nullable Entry<T> present) {
        return List.of();
    }

    /** @throws Problem 409 when it does not fit the other entries */
    void admit(T data, @Nullable Entry<T> present) {}

    /** The row is written; what hangs on it may follow. */
    void stored(long id, T data, @Nullable Entry<T> before) {}

    /**
     * A violation for each id that names no entry; those that are there stay until the transaction ends. What is no id at
     * all has been named before.
     *
     * @param pointer where the ids are, with * for the place in a list
     */
    List<Violation> unknown(String pointer, List<Integer> ids) {
        var known = table.hold(new HashSet<>(ids));
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) != null && !known.contains(ids.get(i))) {
                violations.add(new Violation(
                        pointer.replace("*", String.valueOf(i)),
                        "unknown",
                        "There is no " + shape.what() + " " + ids.get(i) + "."));
            }
        }
        return violations;
    }

    /** Holds an entry until the transaction ends. */
    Entry<T> lock(long id) {
        return table.lock(id).orElseThrow(() -> Problem.notFound(shape.what()));
    }

    void requireVersion(Entry<T> present, Predicate<Long> isPresentVersion) {
        if (!isPresentVersion.test(present.version())) {
            throw Problem.preconditionFailed("The " + shape.what()
                    + " has changed since you read it; it is now version " + present.version() + ".");
        }
    }

    private T read(JsonNode tree, @Nullable Entry<T> present) {
        var reading = tools.inputs().tryRead(tree, shape.type());
        var violations = new ArrayList<>(reading.violations());
        if (reading.value() != null) {
            violations.addAll(check(reading.value(), present));
        }
        if (reading.value() == null || !violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
        return reading.value();
    }

    private Entry<T> held(long id, Predicate<Long> isPresentVersion, Viewer viewer) {
        require(viewer, id);
        requireWriter(viewer);
        var present = lock(id);
        requireVersion(present, isPresentVersion);
        return present;
    }

    private void requireWriter(Viewer viewer) {
        if (!viewer.in(writers.toArray(String[]::new))) {
            throw Problem.forbidden(
                    "Only these groups write a " + shape.what() + ": " + String.join(", ", writers) + ".");
        }
    }
}
