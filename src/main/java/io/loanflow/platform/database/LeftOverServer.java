package io.loanflow.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived the application which started it: found by its pid file, stopped, its lock file removed. */
final class LeftOverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path pidFile;
    private final ProcessHandle process;

    private LeftOverServer(Path pidFile, ProcessHandle process) {
        this.pidFile = pidFile;
        this.process = process;
    }

    static void stopIn(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            var server = running(pidFile, cluster);
            if (server.isPresent()) {
                server.get().stop();
            }
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<LeftOverServer> running(Path pidFile, Path cluster) throws IOException {
        return pid(Files.readAllLines(pidFile))
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(process, cluster))
                .map(process -> new LeftOverServer(pidFile, process));
    }

    private static Optional<Long> pid(List<String> lines) {
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[1-9]\\d{0,9}"))
                .map(Long::valueOf);
    }

    /** The pid may belong to another program by now: after a restart of the machine, or in a new container. */
    private static boolean serves(ProcessHandle process, Path cluster) {
        var command = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("");
        var arguments = process.info().arguments();
        return command.startsWith("postgres")
                && (arguments.isEmpty() || List.of(arguments.get()).contains(cluster.toString()));
    }

    private void stop() throws IOException {
        LOG.info("Stopping the embedded PostgreSQL that an earlier run left behind (process {})", process.pid());
        askToStop();
        if (!gone(PATIENCE)) {
            process.destroyForcibly();
            gone(PATIENCE);
        }
    }

    /** Interrupt is PostgreSQL's fast shutdown: it ends what is open instead of waiting for it. */
    private void askToStop() throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean gone(Duration patience) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && Files.exists(pidFile)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while an earlier PostgreSQL was stopping", e);
    }
}
