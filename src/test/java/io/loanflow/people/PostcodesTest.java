package io.loanflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class PostcodesTest {

    @Test
    void noPostcodeIsInTwoStates() {
        for (int number = 0; number < 10_000; number++) {
            var postcode = "%04d".formatted(number);
            assertThat(Postcodes.STATES.stream().filter(state -> Postcodes.belongs(postcode, state)))
                    .as(postcode)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void everyStateHasPostcodesAndNoOtherHas() {
        assertThat(Postcodes.STATES)
                .allSatisfy(state -> assertThat(count(state)).isPositive());
        assertThat(count("NZ")).isZero();
    }

    private static long count(String state) {
        return java.util.stream.IntStream.range(0, 10_000)
                .filter(number -> Postcodes.belongs("%04d".formatted(number), state))
                .count();
    }
}
