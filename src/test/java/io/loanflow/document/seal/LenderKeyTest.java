package io.loanflow.document.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.platform.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class LenderKeyTest {

    private static final String PASSWORD = "of the test";

    @TempDir
    Path folder;

    @Test
    void isMadeOnceForAnEmbeddedDatabaseAndReadableByItsOwnerOnly() throws IOException {
        var configuration = new SealConfiguration();
        var settings = new SealSettings(null, null, null, null);
        var source = configuration.sealSource(settings, new DatabaseServer(true), folder.toString());

        var first = configuration.lenderKey(settings, source, Clock.systemUTC());
        var second = configuration.lenderKey(settings, source, Clock.systemUTC());

        var file = Objects.requireNonNull(source.developmentFile());
        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(first.name()).isEqualTo("Loanflow development");
        assertThat(LenderKey.selfSigned(first.certificate())).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isAskedForOnAServerDatabase() {
        var configuration = new SealConfiguration();
        var settings = new SealSettings(Path.of(""), "", "", null);
        var source = configuration.sealSource(settings, new DatabaseServer(false), folder.toString());

        assertThat(source.developmentFile()).isNull();
        assertThatThrownBy(() -> configuration.lenderKey(settings, source, Clock.systemUTC()))
                .isInstanceOfSatisfying(SealKeyProblem.class, problem -> {
                    var analysis = new SealKeyProblemAnalyzer().analyze(problem, problem);
                    assertThat(analysis.getDescription()).contains("loanflow.seal.keystore is empty");
                    assertThat(analysis.getAction())
                            .contains("LOANFLOW_SEAL_KEYSTORE", "LOANFLOW_SEAL_PASSWORD", "keytool -genkeypair");
                });
    }

    @Test
    void isReadFromTheConfiguredKeystoreAlsoWithAnEmbeddedDatabase() throws Exception {
        var settings = new SealSettings(keystore("one"), PASSWORD, null, null);
        var configuration = new SealConfiguration();
        var source = configuration.sealSource(settings, new DatabaseServer(true), folder.toString());

        assertThat(source.developmentFile()).isNull();
        assertThat(configuration.lenderKey(settings, source, Clock.systemUTC()).name())
                .isEqualTo("one");
    }

    @Test
    void isTheOneThatIsNamedAndTheOthersCountToo() throws Exception {
        var key = Keystore.read(keystore("one", "two"), PASSWORD, "two");

        assertThat(key.name()).isEqualTo("two");
        assertThat(key.own()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "three"})
    void hasToBeNamedWhenThereAreMore(String alias) throws Exception {
        var file = keystore("one", "two");

        assertThatThrownBy(() -> Keystore.read(file, PASSWORD, alias))
                .isInstanceOf(SealKeyProblem.class)
                .hasMessageContaining("loanflow.seal.alias", "one", "two");
    }

    @Test
    void isNotFoundInAnotherFileOrWithAnotherPassword() throws Exception {
        var file = keystore("one");

        assertThatThrownBy(() -> Keystore.read(file, "wrong", null))
                .isInstanceOf(SealKeyProblem.class)
                .hasMessageContaining("loanflow.seal.password")
                .message()
                .doesNotContain("wrong");
        assertThatThrownBy(() -> Keystore.read(folder.resolve("absent"), PASSWORD, null))
                .hasMessageContaining("absent");
        var text = Files.writeString(folder.resolve("text"), "no keystore");
        assertThatThrownBy(() -> Keystore.read(text, PASSWORD, null)).isInstanceOf(SealKeyProblem.class);
    }

    @Test
    void hasToBeStrong() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        refuses(generator.generateKeyPair(), "2048");
        refuses(KeyPairGenerator.getInstance("DSA").generateKeyPair(), "RSA or an EC key");
    }

    @Test
    void mayBeAnEllipticOne() throws Exception {
        var pair = SelfSigned.pair();
        var certificate = Lenders.key("CN=any", Instant.now()).certificate();

        assertThat(new LenderKey(pair.getPrivate(), List.of(certificate), Set.of()).algorithm())
                .isEqualTo("SHA256withECDSA");
    }

    @Test
    void keepsItsPasswordOutOfLogs() {
        assertThat(new SealSettings(Path.of("a.p12"), "secret", "b", null).toString())
                .contains("a.p12", "b")
                .doesNotContain("secret");
        assertThat(Lenders.OURS.toString()).isEqualTo("the key of CN=Loanflow tests");
    }

    private static void refuses(KeyPair pair, String why) {
        var certificate = Lenders.key("CN=any", Instant.now()).certificate();

        assertThatThrownBy(() -> new LenderKey(pair.getPrivate(), List.of(certificate), Set.of()))
                .isInstanceOf(SealKeyProblem.class)
                .hasMessageContaining(why);
    }

    private Path keystore(String... names) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var name : names) {
            var key = Lenders.key("CN=" + name, Instant.now());
            store.setKeyEntry(name, key.key(), PASSWORD.toCharArray(), new Certificate[] {key.certificate()});
        }
        var file = folder.resolve("test.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
