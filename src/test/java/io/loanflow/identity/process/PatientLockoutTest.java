package io.loanflow.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class PatientLockoutTest {

    @Test
    void doublesTheDelayUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 11)
                        .mapToObj(PatientLockout::delayAfter)
                        .map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L);
        assertThat(PatientLockout.delayAfter(Integer.MAX_VALUE)).isEqualTo(PatientLockout.LONGEST);
    }
}
