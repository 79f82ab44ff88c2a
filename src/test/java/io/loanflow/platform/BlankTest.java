package io.loanflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class BlankTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', '\r', 0x01, 0x7F, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x1680, 0x17B4,
                0x180B, 0x180E, 0x2000, 0x200B, 0x200D, 0x2028, 0x2029, 0x202E, 0x202F, 0x205F, 0x2060, 0x2064, 0x2065,
                0x2069, 0x206F, 0x2800, 0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0x1D173, 0xE0001, 0xE0020,
                0xE0100
            })
    void isWhateverNobodySees(int point) {
        var one = Character.toString(point);

        assertThat(Blank.is(one.repeat(3))).isTrue();
        assertThat(Blank.toNull(" " + one)).isNull();
        assertThat(Blank.is(one + "x" + one)).isFalse();
    }

    @Test
    void isNotWhatSaysSomething() {
        for (var text :
                new String[] {"x", "-", "0", "é", "e\u0301", "दे\u200Dव", "😀", "👨\u200D👩\u200D👧", "\u3131"}) {
            assertThat(Blank.toNull(text)).isEqualTo(text);
        }
    }

    @Test
    void isAbsence() {
        assertThat(Blank.toNull(null)).isNull();
        assertThat(Blank.toNull("")).isNull();
        assertThat(Blank.toNull(5)).isEqualTo("5");
    }

    @Test
    void isFoundInALongTextToo() {
        assertThat(Blank.is("\u200B".repeat(1_000_000))).isTrue();
    }
}
