package io.loanflow.document.letter;

import io.loanflow.document.Letters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeSet;

/** Prints every letter into target/letters, to be looked at: {@code mvn exec:java -Dexec.mainClass=... -Dexec.classpathScope=test}. */
public final class Pictures {

    private Pictures() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "letters"));
        var press = new LetterPress(TemplateFiles.in(Path.of("forms", "letters")));
        for (var type : new TreeSet<>(Letters.TYPES)) {
            try (var letter = press.print(type, Cases.rich("{}"))) {
                Files.copy(letter.file(), folder.resolve(type + ".pdf"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
