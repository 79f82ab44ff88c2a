package io.loanflow.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Files for the time of one piece of work. What a process left behind that was killed goes at the next start. */
@Component
public class TemporaryFiles {

    private static final Pattern NAME = Pattern.compile("loanflow-(\\d+)-.*");

    /** What the names of this process's files begin with. */
    public static String prefix() {
        return "loanflow-" + ProcessHandle.current().pid() + "-";
    }

    public static Path create(String suffix) throws IOException {
        return Files.createTempFile(prefix(), suffix);
    }

    @EventListener(ApplicationStartedEvent.class)
    void removeWhatIsLeftOver() {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (var file : files.filter(TemporaryFiles::isLeftOver).toList()) {
                FileSystemUtils.deleteRecursively(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftOver(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}
