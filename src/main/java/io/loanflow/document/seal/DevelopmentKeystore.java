package io.loanflow.document.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;

/** The key of an embedded database: made once and kept beside it, readable by its user only. */
final class DevelopmentKeystore {

    static final String FILE = "seal.p12";

    /** The file's permissions protect it, not this. */
    static final String PASSWORD = "development";

    private DevelopmentKeystore() {}

    static LenderKey in(Path file, Clock clock) {
        try {
            if (!Files.exists(file)) {
                make(Files.createDirectories(file.toAbsolutePath().getParent()), file, clock);
            }
            return Keystore.read(file, PASSWORD, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside its place and moved there whole, so that a kill leaves no half keystore. */
    private static void make(Path folder, Path file, Clock clock) throws IOException {
        var whole = Files.createTempFile(folder, "unfinished-", ".p12", onlyOwner(folder));
        try (var out = Files.newOutputStream(whole)) {
            keystore(clock).store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        try {
            Files.move(whole, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(whole);
        }
    }

    private static KeyStore keystore(Clock clock) throws GeneralSecurityException, IOException {
        var pair = SelfSigned.pair();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("development", pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {
            SelfSigned.certificate(pair, "CN=Loanflow development", clock.instant())
        });
        return store;
    }

    private static FileAttribute<?>[] onlyOwner(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
