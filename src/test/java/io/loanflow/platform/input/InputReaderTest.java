package io.loanflow.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class InputReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final InputReader reader =
            new InputReader(Validation.buildDefaultValidatorFactory().getValidator());

    record Thing(
            @Size(max = 5, message = "is too long") @Nullable
            String shortText,

            @Money @Nullable BigDecimal amount,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable LocalDate day,
            @OneOf({"red", "blue"}) @Nullable String colour,
            @Nullable List<@Valid Thing> parts) {}

    @Test
    void findsEveryMistakeInOnePass() {
        var problem = refusal("""
                {"short_text": "abcdef", "amount": -1, "count": 1.5, "flag": "yes", "day": "2026-02-30",
                 "colour": "green", "size": 1, "parts": [{}, {"amount": 0.001, "parts": 3}]}
                """);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/short_text",
                        "/amount",
                        "/count",
                        "/flag",
                        "/day",
                        "/colour",
                        "/size",
                        "/parts/1/amount",
                        "/parts/1/parts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\": {\"x\": [1]}} | /size",
                "{\"size\": [], \"count\": 1, \"last\": 2} | /size /last",
                "{\"parts\": [{}, {\"size\": [{}], \"a/b~c\": {}}]} | /parts/1/size /parts/1/a~1b~0c",
                "{\"parts\": [{\"parts\": [{\"size\": {}}]}], \"end\": {}} | /parts/0/parts/0/size /end",
                "{\"parts\": [{\"amount\": []}]} | /parts/0/amount",
            })
    void pointsAtAnUnknownFieldWhateverIsInIt(String json, String pointers) {
        assertThat(refusal(json).violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(pointers.split(" "));
    }

    record Pair(@Nullable Integer one, @Nullable List<@OneOf({"red", "blue"}) String> colours) {}

    /** Jackson hands an unknown field over at once when it has seen all the others, and sets it aside before. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"x\": 1}", "[[1]]", "7"})
    void pointsAtAnUnknownFieldWhereverItStands(String value) {
        var last = "{\"one\": 1, \"colours\": [], \"size\": " + value + "}";
        var first = "{\"size\": " + value + ", \"one\": 1, \"colours\": []}";
        for (var json : List.of(last, first)) {
            var reading = reader.tryRead(tree(json), Pair.class);
            assertThat(reading.violations()).extracting(Violation::pointer).containsExactly("/size");
            assertThat(reading.value()).isEqualTo(new Pair(1, List.of()));
        }
    }

    @Test
    void namesAnEntryOfAListByItsPlace() {
        assertThat(reader.tryRead(tree("{\"colours\": [\"red\", \"pink\"]}"), Pair.class)
                        .violations())
                .containsExactly(new Violation("/colours/1", "one_of", "Entry 2 of colours must be one of red, blue."));
    }

    @Test
    void saysWhatIsWrongInASentenceOfTheField() {
        assertThat(refusal("{\"amount\": -1, \"short_text\": \"abcdef\"}").violations())
                .extracting(Violation::detail)
                .containsExactly("Amount cannot be negative.", "Short text is too long.");
    }

    @Test
    void saysOneThingOnlyOfAValueThatCouldNotBeRead() {
        record Needed(
                @jakarta.validation.constraints.NotNull(message = "is needed") @Nullable
                Integer count) {}
        assertThat(reader.tryRead(tree("{\"count\": \"many\"}"), Needed.class).violations())
                .extracting(Violation::code)
                .containsExactly("wrong_type");
        assertThat(reader.tryRead(tree("{}"), Needed.class).violations())
                .containsExactly(new Violation("/count", "not_null", "Count is needed."));
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01, true", "9999-12-31, true", "0000-12-31, false", "-0001-01-01, false", "+10000-01-01, false"
    })
    void takesTheDaysOfFourDigits(String day, boolean right) {
        var reading = reader.tryRead(tree("{\"day\": \"" + day + "\"}"), Thing.class);
        assertThat(reading.violations().isEmpty()).isEqualTo(right);
        assertThat(reading.value().day() != null).isEqualTo(right);
    }

    record Figure(@Nullable BigDecimal figure) {}

    @ParameterizedTest
    @CsvSource({
        "99999999999999999999999999999999999999, true",
        "100000000000000000000000000000000000000, false",
        "0.00000000000000000000000000000000000001, true",
        "0.000000000000000000000000000000000000001, false",
        "1E+38, true",
        "1E+39, false"
    })
    void takesThirtyEightDigits(String number, boolean right) {
        var reading = reader.tryRead(tree("{\"figure\": \"" + number + "\"}"), Figure.class);
        assertThat(reading.violations().isEmpty()).isEqualTo(right);
        assertThat(reading.value().figure() != null).isEqualTo(right);
    }

    @Test
    void readsWhatIsRight() {
        var thing = reader.read(
                tree("{\"short_text\": \" ab \", \"amount\": \"12.50\", \"count\": \"7\", \"flag\": false,"
                        + " \"day\": \"2026-02-28\", \"colour\": \"red\", \"parts\": [{\"count\": 1e1}]}"),
                Thing.class);

        assertThat(thing.shortText()).isEqualTo("ab");
        assertThat(thing.amount()).isEqualByComparingTo("12.5");
        assertThat(thing.count()).isEqualTo(7);
        assertThat(thing.flag()).isFalse();
        assertThat(thing.day()).isEqualTo("2026-02-28");
        assertThat(thing.parts()).extracting(Thing::count).containsExactly(10);
    }

    @Test
    void whatItWritesItReadsBack() {
        var thing = new Thing("ab", new BigDecimal("500000.10"), 3, true, LocalDate.of(2026, 2, 28), "red", List.of());
        assertThat(reader.read(reader.write(thing), Thing.class))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(thing);
    }

    @Test
    void aBlankIsAsGoodAsNothing() {
        var thing = reader.read(
                tree("{\"short_text\": \"  \", \"amount\": \"\", \"count\": \"\", \"day\": \"\", \"flag\": null}"),
                Thing.class);
        assertThat(thing).isEqualTo(new Thing(null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": \"12,5\"} | not a text like '12,5'",
                "{\"amount\": true} | not true or false",
                "{\"amount\": {}} | not an object",
                "{\"amount\": 1e400} | too many digits",
                "{\"amount\": 1000000000000} | exceeds the maximum allowed",
                "{\"amount\": 0.001} | at most two decimals",
                "{\"amount\": \"NaN\"} | a number such as",
                "{\"amount\": -1e400} | below the minimum allowed",
                "{\"amount\": 1e-400} | too many decimal places",
                "{\"amount\": \"\u0661\u0660\u0660\u0660\"} | a number such as",
                "{\"count\": 1.5} | not a number like 1.5",
                "{\"count\": 1e-999999999} | a whole number",
                "{\"count\": 99999999999} | exceeds the maximum allowed",
                "{\"count\": -99999999999} | below the minimum allowed",
                "{\"count\": 1e999999999} | exceeds the maximum allowed",
                "{\"count\": true} | a whole number",
                "{\"count\": \"\u0661\"} | a whole number",
                "{\"short_text\": 5} | Here goes a text, not a number.",
                "{\"short_text\": [\"a\"]} | not a list",
                "{\"day\": 20260228} | a date such as",
                "{\"day\": \"28.2.2026\"} | a date such as",
                "{\"day\": \"+99999-01-01\"} | a date such as",
                "{\"flag\": 1} | true or false",
                "{\"parts\": {}} | a list",
                "{\"parts\": [1]} | an object",
                "{\"colour\": \"green\"} | must be one of red, blue",
                "{\"short_text\": \"a\\u0000\"} | NUL",
                "{\"short_text\": \"a\\ud83d\"} | half a character",
                "{\"amount\": \"123456789012345678901234567890123456789\\ud83d\\ude00\"} | 123456789\ufffd…",
                "{\"a\\udc00\": 1} | no field 'a\ufffd'",
            })
    void saysWhatIsWrong(String json, String sentence) {
        assertThat(refusal(json).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.detail()).contains(sentence));
    }

    @Test
    void pointsAtListsAndObjectsThatDoNotBelongWhereTheyAre() {
        assertThat(refusal(
                                "{\"size\": [\"a\"], \"weight\": {\"kg\": 1}, \"short_text\": [\"a\"], \"amount\": {\"a\": {}},"
                                        + " \"parts\": [{\"colour\": [], \"a/b\": [[]], \"c\": 1}, []]}")
                        .violations())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/size",
                        "/weight",
                        "/short_text",
                        "/amount",
                        "/parts/0/colour",
                        "/parts/1",
                        "/parts/0/a~1b",
                        "/parts/0/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"x\"", "1"})
    void wantsAnObject(String json) {
        assertThat(refusal(json).violations()).extracting(Violation::pointer).containsExactly("");
    }

    private Problem refusal(String json) {
        return catchThrowableOfType(Problem.class, () -> reader.read(tree(json), Thing.class));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
