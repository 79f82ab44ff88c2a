package io.loanflow.platform.input;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.validation.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a broken constraint was found.
 *
 * @param pointer JSON pointer
 * @param name what people call the value, as the subject of a sentence
 */
record Place(String pointer, String name) {

    private static final Set<String> UNNAMED = Set.of("<list element>", "");
    private static final Map<String, String> SPELLED =
            Map.of("abn", "ABN", "acn", "ACN", "bdm", "BDM", "bsb", "BSB", "email", "e-mail", "smsf", "SMSF");

    static Place of(Path path) {
        var pointer = new StringBuilder();
        var name = "this";
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (isNamed(node.getName())) {
                pointer.append('/').append(snake(node.getName()));
                name = words(node.getName());
            } else if (node.getIndex() != null) {
                name = "entry " + (node.getIndex() + 1) + " of " + name;
            }
        }
        return new Place(pointer.toString(), Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    /** The name as JSON has it. */
    static String snake(String name) {
        return SnakeCaseStrategy.INSTANCE.translate(name);
    }

    private static boolean isNamed(@Nullable String name) {
        return name != null && !UNNAMED.contains(name);
    }

    private static String words(String name) {
        return Stream.of(snake(name).split("_"))
                .map(word -> SPELLED.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
