package io.loanflow.people.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another entry that one refers to. */
record Named(long id, String name) {

    static @Nullable Named of(@Nullable Integer id, Map<Integer, String> names) {
        return id == null ? null : new Named(id, names.getOrDefault(id, ""));
    }
}
