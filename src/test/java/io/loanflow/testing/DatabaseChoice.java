package io.loanflow.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Which PostgreSQL the tests run on, and why.
 *
 * @param testcontainers a container, and not the embedded server
 * @param reason worded for whoever reads the log
 */
record DatabaseChoice(boolean testcontainers, String reason) {

    static final String IMAGE = "postgres:17-alpine";

    private static final String BY_THE_MACHINE = "Docker answers and has " + IMAGE;
    private static final String SETTING = "test.database";
    private static final Duration ASKING = Duration.ofSeconds(5);
    private static final Duration PULLING = Duration.ofMinutes(2);

    static DatabaseChoice make() {
        var said = System.getProperty(SETTING, "");
        return switch (said) {
            case "testcontainers" -> new DatabaseChoice(true, SETTING + "=testcontainers");
            case "embedded" -> new DatabaseChoice(false, SETTING + "=embedded");
            case "" -> ofTheMachine();
            default ->
                throw new IllegalArgumentException(
                        SETTING + " is \"" + said + "\"; it can be embedded or testcontainers");
        };
    }

    private static DatabaseChoice ofTheMachine() {
        if (!docker(ASKING, "info")) {
            return new DatabaseChoice(false, "Docker does not answer");
        }
        if (!docker(ASKING, "image", "inspect", IMAGE) && !docker(PULLING, "pull", IMAGE)) {
            return new DatabaseChoice(false, "Docker has no image " + IMAGE + " and cannot get it");
        }
        return new DatabaseChoice(true, BY_THE_MACHINE);
    }

    /** Whether the tests may run on the embedded server after all: nobody asked for a container. */
    boolean canFallBack() {
        return BY_THE_MACHINE.equals(reason);
    }

    /** Asks the command line first: it answers at once where there is no Docker, which Testcontainers does not. */
    private static boolean docker(Duration limit, String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "docker";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answered = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            return answered && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return (testcontainers ? "in a container" : "embedded") + " (" + reason + ")";
    }
}
