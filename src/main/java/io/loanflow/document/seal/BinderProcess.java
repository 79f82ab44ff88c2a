package io.loanflow.document.seal;

import io.loanflow.document.Unsealable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link Binder} in a JVM of its own, with its own memory, a time limit and an empty environment. Whatever a hostile PDF
 * does there, it ends with that process.
 */
final class BinderProcess {

    static final String MEMORY = "192m";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final String QUIET = "io/loanflow/document/seal/quiet.xml";
    private static final int LONGEST_ANSWER = 500;

    private final Semaphore atOnce = new Semaphore(2, true);

    /**
     * @param folder for what it writes down; of this call only
     * @throws Unsealable when the original cannot be bound
     */
    Gap bind(Path folder, BinderOrder order) throws IOException {
        atOnce.acquireUninterruptibly();
        try {
            return run(folder, order);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            atOnce.release();
        }
    }

    private static Gap run(Path folder, BinderOrder order) throws IOException, InterruptedException {
        var answer = folder.resolve("answer");
        var process = builder(folder, order).redirectOutput(answer.toFile()).start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Unsealable("The document takes too long to be read.");
            }
            if (process.exitValue() == 0) {
                return Gap.of(first(answer), Files.size(order.bound()));
            }
            throw new Unsealable(
                    process.exitValue() == Binder.REFUSED
                            ? "The document cannot be sealed: " + first(answer) + "."
                            : "The document takes too much memory, or breaks off its reading.");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static ProcessBuilder builder(Path folder, BinderOrder order) {
        var command = new ArrayList<>(java(folder));
        command.addAll(Arrays.asList(order.arguments()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder;
    }

    /** The same classes as here, also where they are in the packaged jar. */
    private static List<String> java(Path folder) {
        var packaged = BinderProcess.class.getClassLoader().getResource(LAUNCHER.replace('.', '/') + ".class") != null;
        return java(folder, System.getProperty("java.class.path"), packaged);
    }

    /** @param packaged whether the class path is the jar that holds the others */
    static List<String> java(Path folder, String classPath, boolean packaged) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx" + MEMORY,
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dlogback.configurationFile=" + QUIET,
                "-Dloader.main=" + Binder.class.getName(),
                "-cp",
                classPath,
                packaged ? LAUNCHER : Binder.class.getName());
    }

    private static String first(Path answer) throws IOException {
        try (var bytes = Files.newInputStream(answer)) {
            var text = new String(bytes.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("it gives no reason");
        }
    }
}
