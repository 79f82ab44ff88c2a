package io.loanflow.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.platform.Violation;
import io.loanflow.platform.input.Constraints.Values;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class ConstraintsTest {

    private static final Constraints TODAY = new Constraints();
    private static final Constraints LEAP_DAY = new Constraints().on(LocalDate.of(2028, 2, 29));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abn | 51824753556",
                "abn | 53004085616",
                "abn | 33102417032",
                "abn | 51 824 753 556",
                "abn | 51-824-753-556",
                "acn | 004085616",
                "acn | 010499966",
                "acn | 000000019",
                "acn | 004 085 616",
                "tfn | 123456782",
                "tfn | 123 456 782",
                "tfn | 37118629",
                "bsb | 062000",
                "bsb | 062-000",
                "account_number | 1234",
                "account_number | 12 3456 7890",
                "phone | 0412 345 678",
                "phone | (02) 9374 4000",
                "phone | +44 20 7946 0958",
                "phone | 0011 44 20 7946 0958",
                "phone | 1300 975 707",
                "email | a@b",
                "email | o'neil+loans@example.com.au",
                "amount | 0",
                "amount | 999999999999.99",
                "amount | 1.100",
                "line | 0.01",
                "colour | red",
                "reference | TX 12/é-金 <b>",
            })
    void takes(String field, String value) {
        assertThat(TODAY.details(field, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abn | 51824753557",
                "abn | 61824753556",
                "abn | 5182475355",
                "abn | 518247535560",
                "abn | 5182475355A",
                "abn | 51 824 753 556.",
                "abn | ٥١٨٢٤٧٥٣٥٥٦",
                "acn | 004085617",
                "acn | 104085616",
                "acn | 4085616",
                "tfn | 123456789",
                "tfn | 37118628",
                "tfn | 1234567",
                "tfn | 1234567890",
                "bsb | 06200",
                "bsb | 0620001",
                "bsb | 06200o",
                "account_number | 123",
                "account_number | 12345678901",
                "account_number | IBAN1234",
                "phone | 12345",
                "phone | 0412 345 6789",
                "phone | 1800 FLOWERS",
                "phone | call 0412 345 678",
                "phone | 0293744000 ext 5",
                "phone | +1 2",
                "email | nobody",
                "email | @b",
                "email | a@",
                "email | a@b@c",
                "email | a b@c",
                "email | a@b\u0085c",
                "email | a@b\u200Bc",
                "amount | -0.01",
                "amount | 1000000000000",
                "amount | 0.001",
                "line | 0",
                "colour | Red",
                "reference | a\u00A0b",
                "reference | a\u200Bb",
                "reference | a\u202Eb",
                "reference | a\u00ADb",
                "reference | a\u0007b",
                "reference | a\u2028b",
            })
    void refuses(String field, String value) {
        assertThat(TODAY.read(field, value).violations())
                .extracting(Violation::pointer)
                .containsExactly("/" + field);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-02-28, true",
        "2010-02-29, false",
        "2010-03-01, false",
        "1907-03-01, true",
        "1907-02-28, false",
        "1908-02-29, true",
        "2028-03-01, false",
        "1800-01-01, false"
    })
    void countsTheAgeOnTheDay(String birth, boolean right) {
        assertThat(LEAP_DAY.accept("birth", birth)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-03-01, Birth makes the person younger than 18.",
        "1907-02-28, Birth makes the person older than 120.",
        "2028-03-01, Birth cannot be in the future."
    })
    void saysWhatIsWrongWithAnAge(String birth, String sentence) {
        assertThat(LEAP_DAY.details("birth", birth)).containsExactly(sentence);
    }

    @Test
    void readsTheCanonicalForm() {
        assertThat(read(Values::abn, "abn", "51-824 753\u00a0556")).isEqualTo("51824753556");
        assertThat(read(Values::acn, "acn", "004 085 616")).isEqualTo("004085616");
        assertThat(read(Values::tfn, "tfn", "123 456 782")).isEqualTo("123456782");
        assertThat(read(Values::bsb, "bsb", "062–000")).isEqualTo("062000");
        assertThat(read(Values::accountNumber, "account_number", "12 3456")).isEqualTo("123456");
        assertThat(read(Values::phone, "phone", "(02) 9374 4000")).isEqualTo("+61293744000");
    }

    @Test
    void keepsWhatIsWrongAsItWasTyped() {
        assertThat(read(Values::abn, "abn", "51 824 A")).isEqualTo("51 824 A");
        assertThat(read(Values::phone, "phone", "123 45")).isEqualTo("123 45");
    }

    @Test
    void limitsTheLengthOfAnAddress() {
        var longest = "a".repeat(252) + "@b";
        assertThat(TODAY.accept("email", longest)).isTrue();
        assertThat(TODAY.accept("email", "a" + longest)).isFalse();
    }

    private static String read(Function<Values, String> field, String name, String value) {
        return field.apply(TODAY.read(name, value).value());
    }
}
