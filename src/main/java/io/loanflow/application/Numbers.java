package io.loanflow.application;

import io.loanflow.platform.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers the lines of an application, so that one of them can be named. */
final class Numbers {

    private Numbers() {}

    /** Lines without a number get the next ones after the highest. */
    static <T> List<T> given(List<T> lines, Function<T, @Nullable Integer> number, BiFunction<T, Integer, T> with) {
        int highest = lines.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        var next = new AtomicInteger(highest);
        return lines.stream()
                .map(line -> number.apply(line) == null ? with.apply(line, next.incrementAndGet()) : line)
                .toList();
    }

    /** What is wrong with the numbers that came: each names a line that is there, and no line twice. */
    static <T> List<Violation> check(
            String pointer, List<T> lines, List<T> present, Function<T, @Nullable Integer> number) {
        var known = present.stream().map(number).collect(Collectors.toSet());
        var named = new HashSet<Integer>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < lines.size(); i++) {
            @Nullable T line = lines.get(i);
            @Nullable Integer id = line == null ? null : number.apply(line);
            if (id != null && !known.contains(id)) {
                violations.add(new Violation(
                        pointer + "/" + i + "/id",
                        "unknown",
                        "There is no line " + id + " here; a new one has no id."));
            } else if (id != null && !named.add(id)) {
                violations.add(new Violation(pointer + "/" + i + "/id", "twice", "This line is named twice."));
            }
        }
        return violations;
    }
}
