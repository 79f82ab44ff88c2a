package io.loanflow.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class JsonTextTest {

    private static final String OBJECT = "{\"name\": \"Zoë 李 🏠\"}";

    @Test
    void takesTheWholeOfUnicodeInUtf8() {
        assertThatCode(() -> JsonText.check(OBJECT.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void refusesOtherWaysToWriteIt(String charset) {
        assertThatThrownBy(() -> JsonText.check(OBJECT.getBytes(Charset.forName(charset))))
                .isInstanceOf(Problem.class);
    }
}
