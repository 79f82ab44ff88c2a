package io.loanflow.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The key of an embedded database: drawn once and kept beside it, readable by its user only. */
final class DevelopmentKey {

    static final String ID = "dev";
    static final String FILE = "secrets.key";

    private DevelopmentKey() {}

    static Map<String, String> in(Path file) {
        try {
            if (!Files.exists(file)) {
                draw(Files.createDirectories(file.toAbsolutePath().getParent()), file);
            }
            return Map.of(ID, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside its place and moved there whole, so that a kill leaves no half key. */
    private static void draw(Path folder, Path file) throws IOException {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var whole = Files.createTempFile(folder, "unfinished-", ".key", onlyOwner(folder));
        try {
            Files.writeString(whole, Base64.getEncoder().encodeToString(key));
            Files.move(whole, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(whole);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
