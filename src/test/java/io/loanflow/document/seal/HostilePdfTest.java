package io.loanflow.document.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanflow.document.Papers;
import io.loanflow.document.Unsealable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PDFs that cannot be sealed are refused in words, and do nothing to whoever asks. */
@Tag("slow")
class HostilePdfTest {

    private static final Map<String, Hostile> HOSTILE = new TreeMap<>(Map.ofEntries(
            Map.entry("no PDF", new Hostile("<html>".getBytes(StandardCharsets.UTF_8), "cannot be read as a PDF")),
            Map.entry(
                    "only a header", new Hostile("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8), "cannot be read")),
            Map.entry("encrypted", new Hostile(HostilePdfs.encrypted(""), "it is encrypted")),
            Map.entry("a password to open", new Hostile(HostilePdfs.encrypted("secret"), "cannot be read")),
            Map.entry("certified against changes", new Hostile(HostilePdfs.certified(), "forbids adding to it")),
            Map.entry("a page tree that holds itself", new Hostile(HostilePdfs.pageLoop(), "cannot be")),
            Map.entry(
                    "more pages said than there are",
                    new Hostile(HostilePdfs.pagesSaid(500), "does not hold the 500 pages")),
            Map.entry("fewer than no pages said", new Hostile(HostilePdfs.pagesSaid(-1), "it has -1 pages")),
            Map.entry(
                    "too many pages",
                    new Hostile(Papers.pdf(Binder.MOST_PAGES + 1), "2001 pages, and may have 1 to 2000")),
            Map.entry("gigabytes of objects in megabytes", new Hostile(HostilePdfs.bomb(), "takes too much memory")),
            Map.entry(
                    "more objects than anybody needs",
                    new Hostile(HostilePdfs.manyObjects(), "(more than 300000 objects|takes too much memory)"))));

    private final Sealing sealing = new Sealing(Lenders.OURS);

    /** @param why what the refusal says */
    private record Hostile(byte[] bytes, String why) {}

    static Iterable<String> hostile() {
        return HOSTILE.keySet();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefused(String name) {
        var hostile = HOSTILE.get(name);

        assertThatThrownBy(() -> sealing.seal(hostile.bytes(), "Ann Archer"))
                .isInstanceOf(Unsealable.class)
                .hasMessageMatching("The document .*\\.")
                .message()
                .containsPattern(hostile.why());
        await().untilAsserted(() -> assertThat(leftovers()).isEmpty());
        assertThat(sealing.check(hostile.bytes()).valid()).isFalse();
    }

    @Test
    void isSealedWhenWhatIsHostileInItIsNotRead() {
        assertThat(sealing.check(sealing.seal(HostilePdfs.nested(), "Ann Archer"))
                        .valid())
                .isTrue();
    }

    @Test
    void isSealedWhenItsTagsAreNonsense() {
        assertThat(sealing.check(sealing.seal(HostilePdfs.nonsenseTags(), "Ann Archer"))
                        .valid())
                .isTrue();
    }

    private static Iterable<Path> leftovers() {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(Scratch.prefix()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
