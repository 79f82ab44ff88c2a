package io.loanflow.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.DatabaseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.PlatformTransactionManager;

@Tag("fast")
class SecretsTest {

    private static final String TFN = "123456782";

    private final Secrets secrets = new Secrets(new Keys(Map.of("k1", key(1)), null));

    @Test
    void opensWhatItSealed() {
        var sealed = secrets.seal(TFN, "borrower/1/tax_file_number");

        assertThat(sealed).startsWith("v1:k1:").doesNotContain(TFN);
        assertThat(secrets.open(sealed, "borrower/1/tax_file_number")).isEqualTo(TFN);
        assertThat(secrets.seal(TFN, "borrower/1/tax_file_number")).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingInAnotherPlaceOrChanged() {
        var sealed = secrets.seal(TFN, "borrower/1/tax_file_number");
        var bytes = Base64.getDecoder().decode(sealed.substring("v1:k1:".length()));
        bytes[bytes.length - 1] ^= 1;
        var changed = "v1:k1:" + Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> secrets.open(sealed, "borrower/2/tax_file_number"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(TFN);
        assertThatThrownBy(() -> secrets.open(changed, "borrower/1/tax_file_number"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.open(TFN, "borrower/1/tax_file_number"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oldKeysStillOpenAndFindWhileTheActiveOneSeals() {
        var sealed = secrets.seal(TFN, "here");
        var print = secrets.fingerprint(TFN);
        var rotated = new Secrets(new Keys(Map.of("k1", key(1), "k2", key(2)), "k2"));

        assertThat(rotated.open(sealed, "here")).isEqualTo(TFN);
        assertThat(rotated.seal(TFN, "here")).startsWith(rotated.activePrefix()).startsWith("v1:k2:");
        assertThat(rotated.fingerprint(TFN)).isNotEqualTo(print);
        assertThat(rotated.fingerprints(TFN)).contains(print, rotated.fingerprint(TFN));
        assertThat(rotated.isFingerprint(print, TFN)).isTrue();
        assertThat(rotated.isFingerprint(print, "123456783")).isFalse();
        assertThatThrownBy(() -> new Secrets(new Keys(Map.of("k2", key(2)), null)).open(sealed, "here"))
                .isInstanceOf(SecretKeysProblem.class)
                .hasMessageContaining("'k1'");
    }

    @Test
    void aFingerprintSaysNothingWithoutTheKey() {
        assertThat(secrets.fingerprint(TFN)).isEqualTo(secrets.fingerprint(TFN)).doesNotContain(TFN);
        assertThat(new Secrets(new Keys(Map.of("k1", key(2)), null)).fingerprint(TFN))
                .isNotEqualTo(secrets.fingerprint(TFN));
    }

    @ParameterizedTest
    @CsvSource({
        "123456782, *****6782",
        "12345678, *****5678",
        "1234567, *****",
        "1234, *****",
        "*****6782, *****6782",
        "*****, *****"
    })
    void masksAllButTheLastFour(String plain, String mask) {
        assertThat(Secrets.mask(plain)).isEqualTo(mask);
    }

    @Test
    void aMaskNeverShowsMoreThanFourDigitsNorHowManyThereAre() {
        var random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            var digits = random.ints(random.nextInt(40), 0, 10)
                    .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                    .toString();
            var mask = Secrets.mask(digits);

            assertThat(mask.chars().filter(Character::isDigit).count()).isIn(0L, 4L);
            assertThat(mask).startsWith("*****").hasSizeLessThanOrEqualTo(9);
            assertThat(Secrets.mask(mask)).isEqualTo(mask);
        }
    }

    @Test
    void aSecretIsWrittenAsItsMask() throws JsonProcessingException {
        var secret = new JsonMapper().readValue("\"123 456-782\"", Secret.class);

        assertThat(secret.reveal()).isEqualTo(TFN);
        assertThat(secret).hasToString("*****6782").isEqualTo(Secret.of(TFN)).hasSameHashCodeAs(Secret.of(TFN));
        assertThat(secret).isNotEqualTo(Secret.of("123456783"));
        assertThat(new JsonMapper().writeValueAsString(Map.of("number", secret)))
                .isEqualTo("{\"number\":\"*****6782\"}");
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThatThrownBy(() -> new Keys(Map.of(), null)).isInstanceOf(SecretKeysProblem.class);
        assertThatThrownBy(() -> new Keys(Map.of("k1", "c2hvcnQ="), null))
                .isInstanceOf(SecretKeysProblem.class)
                .hasMessageContaining("'k1'")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> new Keys(Map.of("k1", "no base64 !"), null)).isInstanceOf(SecretKeysProblem.class);
        assertThatThrownBy(() -> new Keys(Map.of("a:b", key(1)), null)).isInstanceOf(SecretKeysProblem.class);
        assertThatThrownBy(() -> new Keys(Map.of("k1", key(1), "k2", key(2)), null))
                .isInstanceOf(SecretKeysProblem.class)
                .hasMessageContaining("k1, k2");
        assertThatThrownBy(() -> new Keys(Map.of("k1", key(1)), "k9")).isInstanceOf(SecretKeysProblem.class);
    }

    @Test
    void saysToWhoeverStartsItHowToMakeAKey() {
        var analysis = new SecretKeysProblemAnalyzer().analyze(new SecretKeysProblem("There is no key."));

        assertThat(analysis.getDescription()).isEqualTo("There is no key.");
        assertThat(analysis.getAction()).contains("LOANFLOW_SECRETS_KEYS_K1", "openssl rand -base64 32");
    }

    @Test
    void keepsKeysOutOfTheText() {
        assertThat(new SecretSettings(Map.of("k1", key(1)), "k1").toString())
                .contains("k1")
                .doesNotContain(key(1));
    }

    @Test
    void givesAnEmbeddedDatabaseAKeyOfItsOwnOnce(@TempDir Path folder) throws Exception {
        var file = folder.resolve("data").resolve(DevelopmentKey.FILE);

        var first = DevelopmentKey.in(file);

        assertThat(DevelopmentKey.in(file)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent())
                .isDirectoryNotContaining(path -> path.toString().contains("unfinished"));
        assertThat(new Secrets(new Keys(first, null)).seal(TFN, "here")).startsWith("v1:dev:");
    }

    @Test
    void usesAKeyOfItsOwnInEmbeddedModeOnly(@TempDir Path folder) {
        var none = new SecretSettings(Map.of(), null);
        var some = new SecretSettings(Map.of("k1", key(1)), null);
        var configuration = new SecretsConfiguration();

        var drawn = configuration.keySource(none, new DatabaseServer(true), folder.toString());
        assertThat(drawn.developmentFile()).isEqualTo(folder.resolve(DevelopmentKey.FILE));
        assertThat(configuration.secrets(none, drawn).activePrefix()).isEqualTo("v1:dev:");

        var given = configuration.keySource(some, new DatabaseServer(true), folder.toString());
        assertThat(given.developmentFile()).isNull();
        assertThat(configuration.secrets(some, given).activePrefix()).isEqualTo("v1:k1:");

        var server = configuration.keySource(none, new DatabaseServer(false), folder.toString());
        assertThatThrownBy(() -> configuration.secrets(none, server)).isInstanceOf(SecretKeysProblem.class);
    }

    @Test
    void sealsAnewUntilNothingIsLeft() {
        var left = new java.util.ArrayDeque<>(java.util.List.of(200, 3, 0));
        var rotation = new KeyRotation(
                java.util.List.of(left::remove), org.mockito.Mockito.mock(PlatformTransactionManager.class));

        rotation.run(new DefaultApplicationArguments());

        assertThat(left).isEmpty();
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
