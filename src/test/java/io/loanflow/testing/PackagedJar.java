package io.loanflow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * How the packaged application is started. Once for each jar it is extracted and started to archive its classes, because a
 * start from that takes about half the time. Whoever comes while that is going on starts the jar as it is.
 */
final class PackagedJar {

    private static final Path JAR = Path.of(System.getProperty("loanflow.jar", "target/loanflow-1.0.0-SNAPSHOT.jar"));
    private static final Path FOLDER = JAR.resolveSibling("extracted");
    private static final Path CLASSES = FOLDER.resolve("classes.jsa");
    private static final Path MADE = FOLDER.resolve("made");

    /** 128 and the number of the signal: not killed while it wrote. */
    private static final int ASKED_TO_STOP = 143;

    private PackagedJar() {}

    /** The jar alone, as a user starts it. */
    static List<String> plain() {
        return java(JAR);
    }

    /** The quickest way that there is now. */
    static List<String> quick() {
        if (!isMade() && !make()) {
            return plain();
        }
        return Files.exists(CLASSES) ? java(extracted(), "-XX:SharedArchiveFile=" + CLASSES) : java(extracted());
    }

    /** The options beside {@code more} have to be those that the classes were archived with. */
    private static List<String> java(Path jar, String... more) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn package makes it");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path extracted() {
        return FOLDER.resolve(JAR.getFileName());
    }

    private static boolean isMade() {
        try {
            return Files.exists(MADE) && Files.getLastModifiedTime(MADE).compareTo(Files.getLastModifiedTime(JAR)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return false when it cannot be made, or somebody else is making it */
    private static boolean make() {
        var lock = JAR.resolveSibling("extracted.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var mine = channel.tryLock()) {
            if (mine == null || !extract()) {
                return false;
            }
            Files.deleteIfExists(CLASSES);
            archiveClasses();
            Files.writeString(MADE, "");
            return true;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean extract() throws IOException, InterruptedException {
        var command = new ArrayList<>(java(JAR, "-Djarmode=tools"));
        command.addAll(List.of("extract", "--force", "--destination", FOLDER.toString()));
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** An archive that is not whole would crash whoever uses it; so it gets its name last. */
    private static void archiveClasses() throws IOException, InterruptedException {
        var environment = FirstLogin.on(Database.create());
        var unfinished = FOLDER.resolve("unfinished.jsa");
        var running = LoanflowProcess.start(java(extracted(), "-XX:ArchiveClassesAtExit=" + unfinished), environment);
        try (running) {
            running.awaitUp();
        }
        if (running.awaitExit() == ASKED_TO_STOP && Files.exists(unfinished)) {
            Files.move(unfinished, CLASSES, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
