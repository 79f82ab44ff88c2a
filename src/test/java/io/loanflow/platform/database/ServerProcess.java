package io.loanflow.platform.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** An application process of its own that does nothing but run the embedded server, until it is killed or told to stop. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final BufferedReader output;

    private ServerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        try (var server = EmbeddedServer.on(Path.of(arguments[0]))) {
            System.out.println(READY + server.getJdbcUrl());
            System.in.read();
        } catch (DataFolderProblem e) {
            System.out.println(e.getMessage());
        }
    }

    static ServerProcess start(Path folder) throws IOException {
        return new ServerProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path").replace("\n", File.pathSeparator),
                        ServerProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start());
    }

    String awaitUrl() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new AssertionError("the server process ended before it was ready");
    }

    String awaitRefusal() {
        return output.lines().collect(Collectors.joining("\n"));
    }

    void killNine() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
