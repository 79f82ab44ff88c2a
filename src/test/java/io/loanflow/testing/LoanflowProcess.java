package io.loanflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, so that it can be killed. Its output is kept under {@code target}. */
public final class LoanflowProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Path LOGS = Path.of("target", "processes");

    private final Process process;
    private final URI url;
    private final Path log;

    private LoanflowProcess(Process process, URI url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Starts the jar with these environment variables and none that the tests' own environment sets for it. */
    public static LoanflowProcess start(Map<String, String> environment) {
        return start(PackagedJar.quick(), environment);
    }

    /** The same with nothing but the jar, as the README has it. */
    public static LoanflowProcess startJar(Map<String, String> environment) {
        return start(PackagedJar.plain(), environment);
    }

    static LoanflowProcess start(List<String> command, Map<String, String> environment) {
        try {
            var port = freePort();
            var log = Files.createTempFile(Files.createDirectories(LOGS), "loanflow-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(SPRING|LOANFLOW|SERVER)_.*"));
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            return new LoanflowProcess(builder.start(), URI.create("http://localhost:" + port), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the application calls itself healthy. */
    public LoanflowProcess awaitUp() throws InterruptedException {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (!up()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the application did not become healthy:\n" + output());
            }
            Thread.sleep(100);
        }
        return this;
    }

    private boolean up() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(url.resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until the process has ended by itself and returns its exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the application still runs:\n" + output());
        }
        return process.exitValue();
    }

    /** As {@code kill -9}: nothing of the application gets a chance to finish anything. */
    public void killNine() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public URI url() {
        return url;
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to stop, as {@code kill} or the end of a container does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            killNine();
        }
    }
}
