package io.loanflow.document.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The analysts' folder of letters. */
final class TemplateFiles {

    static final String FOLDER = "forms/letters/";
    static final String STYLE = "letter.css";

    private final Function<String, @Nullable String> reader;

    private TemplateFiles(Function<String, @Nullable String> reader) {
        this.reader = reader;
    }

    /** As they are packaged. */
    static TemplateFiles packaged() {
        return new TemplateFiles(name -> {
            try (var file = TemplateFiles.class.getResourceAsStream("/" + FOLDER + name)) {
                return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static TemplateFiles in(Path folder) {
        return new TemplateFiles(name -> {
            try {
                var file = folder.resolve(name);
                return Files.exists(file) ? Files.readString(file) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static String template(String type) {
        return type + ".html";
    }

    static String part(String name) {
        return "parts/" + name + ".html";
    }

    /** Null when there is no such file. */
    @Nullable
    String find(String name) {
        return reader.apply(name);
    }

    /** @throws BrokenTemplates when there is no such file */
    String read(String name) {
        var content = find(name);
        if (content == null) {
            throw new BrokenTemplates(Flaw.absent(name));
        }
        return content;
    }
}
