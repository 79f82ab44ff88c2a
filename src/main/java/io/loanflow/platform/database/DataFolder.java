package io.loanflow.platform.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the embedded database. A lock, which the operating system gives back however the process ends, keeps it
 * to one running application. A cluster is made beside its final place and moved there when it is complete, so what
 * stands in that place is never half made.
 */
final class DataFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String UNFINISHED = "unfinished-";
    private static final String OTHER_FOLDER = "Set LOANFLOW_DATA to a folder that this user can write to.";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates the folder if need be and claims it; a {@link DataFolderProblem} when another application has it. */
    static DataFolder claim(Path path) {
        try {
            Files.createDirectories(path);
            var folder = path.toRealPath();
            return new DataFolder(folder, lock(folder));
        } catch (IOException e) {
            throw new DataFolderProblem(
                    "The data folder " + path.toAbsolutePath() + " " + reason(e) + ".", OTHER_FOLDER, e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("loanflow.lock"), CREATE, WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: refused like any other
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new DataFolderProblem(
                "Another Loanflow is running on the data folder " + folder + ".",
                "Stop it first, or set LOANFLOW_DATA to another folder.",
                null);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "cannot be written to";
        }
        return e instanceof FileAlreadyExistsException ? "is a file" : "cannot be used: " + e.getMessage();
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    Path newCluster() throws IOException {
        return Files.createTempDirectory(path, UNFINISHED);
    }

    /** Stops servers that outlived a killed application and removes clusters that it had not finished, and the last run's log. */
    void tidy() throws IOException {
        LeftOverServer.stopIn(cluster());
        for (var unfinished : unfinished()) {
            LeftOverServer.stopIn(unfinished);
            delete(unfinished);
        }
        Files.deleteIfExists(log());
    }

    private static void delete(Path unfinished) {
        try {
            FileSystemUtils.deleteRecursively(unfinished);
        } catch (IOException e) {
            LOG.debug("{} is still being written by an initdb left behind; the next start removes it", unfinished, e);
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DataFolderProblem("The data folder " + path + " cannot be given back.", OTHER_FOLDER, e);
        }
    }
}
