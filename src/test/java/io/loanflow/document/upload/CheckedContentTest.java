package io.loanflow.document.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.document.HostileFiles;
import io.loanflow.document.HostileFiles.Hostile;
import io.loanflow.document.Upload;
import io.loanflow.platform.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hostile file is seen for what it is, without the rest of the application. */
@Tag("fast")
class CheckedContentTest {

    private final CheckedContent check = new CheckedContent(file -> {});

    @TempDir
    private Path folder;

    static Stream<Hostile> hostile() {
        return new HostileFiles("http://localhost:1").all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(30)
    void seesWhatItIs(Hostile hostile) throws Exception {
        var file = Files.write(folder.resolve("upload"), hostile.file().get());

        var refused = catchThrowableOfType(
                Problem.class, () -> check.check(new Upload(hostile.name(), hostile.said(), file)));

        assertThat(refused).as(hostile.what()).isNotNull();
        assertThat(refused.violations())
                .extracting(violation -> violation.code())
                .containsExactly(hostile.code());
        assertThat(refused.status()).isEqualTo(hostile.status());
    }
}
