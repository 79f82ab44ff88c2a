package io.loanflow.modelling;

import java.nio.charset.StandardCharsets;

/**
 * A file an analyst edits.
 *
 * @param path where it lies, with {@code /} between folders; its last part is the file's name
 * @param content the whole text
 */
public record ModelFile(String path, String content) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String stem() {
        var dot = name().lastIndexOf('.');
        return dot < 0 ? name() : name().substring(0, dot);
    }

    String extension() {
        return name().substring(name().lastIndexOf('.') + 1);
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
