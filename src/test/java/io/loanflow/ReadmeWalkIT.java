package io.loanflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.LoanflowProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk, pasted into a bash beside an application that has just been started for the first time. */
@Tag("slow")
class ReadmeWalkIT {

    private static final Pattern SEEN = Pattern.compile(
            "\"type\":\"application_status\",\"reference\":\"APP-\\w{8}\",\"from\":([^,]*),\"to\":\"(\\w+)\"");
    private static final Pattern ANSWERED = Pattern.compile("(?m)\"stage\":\"(\\w+)\"$");

    @TempDir
    Path folder;

    @Test
    void endsInClosedWhileTheWatcherSeesEachStep() throws Exception {
        try (var loanflow = LoanflowProcess.start(
                Map.of("LOANFLOW_DATA", folder.resolve("data").toString()))) {
            var printed = paste(
                    Readme.block("ReadmeWalkIT pastes the next block"),
                    loanflow.awaitUp().url());

            assertThat(ANSWERED.matcher(printed).results().map(match -> match.group(1)))
                    .as(printed)
                    .containsExactly("processing", "approved", "settlement", "funded", "closed");
            assertThat(SEEN.matcher(printed).results().map(match -> match.group(1) + " " + match.group(2)))
                    .as(printed)
                    .containsExactly(
                            "null inquiry",
                            "\"inquiry\" processing",
                            "\"processing\" approved",
                            "\"approved\" settlement",
                            "\"settlement\" funded",
                            "\"funded\" closed");
            assertThat(printed).contains("cannot go to 'closed'", "5 things are wrong", "is now in the stage Closed");
        }
    }

    /** Interactive, because that is how it is pasted: an exclamation mark, for one, means something else there. */
    private String paste(String walk, URI url) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("walk.sh"), walk + "\nexit\n");
        var printed = folder.resolve("printed.txt");
        var builder = new ProcessBuilder("bash", "--norc", "-i")
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("LOANFLOW_URL", url.toString());
        builder.environment().put("PS1", "");
        builder.environment().put("PS2", "");
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment()
                .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        var bash = builder.start();
        if (!bash.waitFor(3, TimeUnit.MINUTES)) {
            bash.descendants().forEach(ProcessHandle::destroyForcibly);
            bash.destroyForcibly();
        }
        return Files.readString(printed);
    }
}
