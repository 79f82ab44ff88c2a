package io.loanflow.document.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.document.Evidence;
import io.loanflow.document.Papers;
import io.loanflow.document.SigningFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How little a seal needs: a JVM that has no more than that makes it, and the packaged jar finds the classes for it. */
@Tag("slow")
class SealMemoryIT {

    private static final int LARGE = 25 * 1024 * 1024;

    @TempDir
    Path folder;

    /** Seals and checks the file that is named first, into the one that is named second. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            var lender = Lenders.OURS;
            var document = Papers.document(Files.size(Path.of(arguments[0])), arguments[2]);
            var seals =
                    new PadesSeals(lender, new TimeStamps(new SealSettings(null, null, null, null)), Clock.systemUTC());
            List<Evidence> evidence = SigningFixtures.of(document, "Ann Archer", "王小明");
            try (var original = Files.newInputStream(Path.of(arguments[0]));
                    var sealed = seals.seal(document, original, evidence)) {
                try (var bytes = sealed.open()) {
                    System.out.println(seals.check(bytes).valid());
                }
                try (var bytes = sealed.open()) {
                    Files.copy(bytes, Path.of(arguments[1]));
                }
            }
        }
    }

    @Test
    void sealsTwentyFiveMegabytesInAJvmOfNinetySix() throws Exception {
        var large = Papers.large(LARGE);
        var original = Files.write(folder.resolve("large.pdf"), large);
        var sealed = folder.resolve("sealed.pdf");

        var said = run(List.of(
                java(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                original.toString(),
                sealed.toString(),
                Papers.document(large).content().sha256()));

        assertThat(said).contains("true");
        assertThat(Files.mismatch(original, sealed)).isEqualTo(large.length);
        assertThat(PdfSig.of(Files.readAllBytes(sealed))).contains("Signature is Valid.", "Total document signed");
    }

    @Test
    void bindsWithTheClassesOfThePackagedJar() throws Exception {
        var jar = Path.of(System.getProperty("loanflow.jar", "target/loanflow-1.0.0-SNAPSHOT.jar"));
        var order = new BinderOrder(
                Files.write(folder.resolve("original.pdf"), Papers.pdf(3)),
                Files.write(folder.resolve("certificate.pdf"), Papers.pdf(1)),
                Files.writeString(folder.resolve("evidence.json"), "{}"),
                folder.resolve("bound.pdf"),
                "A lender",
                "A reason",
                Instant.parse("2026-03-01T00:00:00Z"));
        var command = new ArrayList<>(BinderProcess.java(folder, jar.toString(), true));
        command.addAll(List.of(order.arguments()));

        var said = run(command);

        assertThat(said).matches("0 \\d+ \\d+ \\d+\\s*");
        assertThat(Files.mismatch(order.original(), order.bound())).isEqualTo(Files.size(order.original()));
    }

    private String run(List<String> command) throws Exception {
        var out = folder.resolve("out");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
