package io.loanflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class CursorTest {

    private static final Position EARLY = new Position(7, 900);
    private static final Position LATE = new Position(8, 3);

    @Test
    void comesBackFromItsTextWhichIsSafeInAUrl() {
        var both = new Cursor(LATE, EARLY);

        assertThat(both.text()).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.parse(both.text())).contains(both);
        assertThat(Cursor.parse(Cursor.at(LATE).text())).contains(Cursor.at(LATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "%%%", "MS4", "LTEuMQ", "OTk5OTk5OTk5OTk5OTk5OTk5OTkuMQ"})
    void isNothingElse(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void ordersByTransactionAndThenByRow() {
        assertThat(LATE.isAfter(EARLY)).isTrue();
        assertThat(EARLY.isAfter(LATE)).isFalse();
        assertThat(EARLY.isAfter(EARLY)).isFalse();
        assertThat(new Position(7, 901).isAfter(EARLY)).isTrue();
        assertThat(new Cursor(LATE, EARLY).earliest()).isEqualTo(EARLY);
    }

    @Test
    void neverGoesBack() {
        assertThat(Cursor.at(LATE).bothAt(EARLY)).isEqualTo(Cursor.at(LATE));
        assertThat(Cursor.at(EARLY).inboxAt(LATE)).isEqualTo(new Cursor(LATE, EARLY));
        assertThat(Cursor.at(EARLY).stagesAt(LATE)).isEqualTo(new Cursor(EARLY, LATE));
    }
}
