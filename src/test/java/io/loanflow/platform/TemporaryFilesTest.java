package io.loanflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class TemporaryFilesTest {

    @Test
    void removesWhatKilledProcessesLeftAndNothingElse() throws Exception {
        var mine = TemporaryFiles.create(".test");
        var killed = ended();
        var left = Files.createTempFile("loanflow-" + killed + "-", ".content");
        var folder = Files.createTempDirectory("loanflow-" + killed + "-seal-");
        Files.writeString(folder.resolve("bound.pdf"), "x");
        var strange = Files.createTempFile("loanflow-notes-", ".txt");

        new TemporaryFiles().removeWhatIsLeftOver();

        assertThat(left).doesNotExist();
        assertThat(folder).doesNotExist();
        assertThat(mine).exists();
        assertThat(strange).exists();
        Files.delete(mine);
        Files.delete(strange);
    }

    private static long ended() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-version").start();
        process.waitFor();
        return process.pid();
    }
}
