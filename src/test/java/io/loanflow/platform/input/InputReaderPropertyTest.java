package io.loanflow.platform.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.loanflow.application.ApplicationData;
import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Whatever is sent, the answer is a value or a list of mistakes, each at a place that the sender can find. */
@Tag("fast")
class InputReaderPropertyTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final InputReader READER =
            new InputReader(Validation.buildDefaultValidatorFactory().getValidator());

    private static final List<String> NEEDED =
            List.of("street_name", "suburb", "state", "postcode", "first_name", "last_name");
    private static final List<String> FIELDS = List.of(
            "application_type",
            "purpose",
            "loan_amount",
            "loan_term",
            "estimated_settlement_date",
            "broker_id",
            "borrowers",
            "securities",
            "fund_uses",
            "solvency",
            "kind",
            "first_name",
            "date_of_birth",
            "email",
            "phone",
            "residential_address",
            "address",
            "street_name",
            "state",
            "postcode",
            "employment",
            "months",
            "annual_income",
            "abn",
            "acn",
            "is_trustee",
            "directors",
            "roles",
            "estimated_value",
            "amount",
            "details",
            "litigation");

    @Provide
    Arbitrary<JsonNode> trees() {
        var scalars = Arbitraries.oneOf(texts(), numbers(), others());
        return Arbitraries.lazyOf(
                () -> objects(scalars, 6),
                () -> objects(nested(objects(nested(objects(scalars, 5)), 4)), 5),
                () -> scalars);
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> lists =
                inner.list().ofMaxSize(3).map(some -> JSON.arrayNode().addAll(some));
        return Arbitraries.oneOf(inner, lists, texts(), numbers());
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values, int most) {
        return Arbitraries.maps(keys(), values)
                .ofMaxSize(most)
                .map((Map<String, JsonNode> some) -> JSON.objectNode().setAll(some));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(FIELDS)),
                Tuple.of(1, Arbitraries.of("", "/", "~", "a/b~c", "0", "__proto__", "class", "😀")),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(8).filter(text -> !CollectingHandler.isBroken(text))));
    }

    private static Arbitrary<JsonNode> texts() {
        var hostile = Arbitraries.of(
                "",
                " ",
                "\u0000",
                "😀",
                "\ud83d",
                "NaN",
                "1e400",
                "12,5",
                "-1000",
                "0.001",
                "2026-02-30",
                "${7*7}",
                "#{T(java.lang.Runtime)}",
                "' or 1=1 --",
                "x".repeat(5000),
                "9".repeat(40),
                "NSW",
                "2000",
                "true");
        return Arbitraries.oneOf(hostile, Arbitraries.strings().all().ofMaxLength(30))
                .map(JSON::textNode);
    }

    private static Arbitrary<JsonNode> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.of("1e400", "-1e400", "1e-400", "1e2147483647", "1".repeat(40), "0.001", "-0", "500000")
                        .map(text -> (JsonNode) JSON.numberNode(new BigDecimal(text))),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY).map(JSON::numberNode),
                Arbitraries.longs().map(JSON::numberNode));
    }

    private static Arbitrary<JsonNode> others() {
        return Arbitraries.of(JSON.nullNode(), JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode());
    }

    @Property(tries = 1000)
    void answersEveryTree(@ForAll("trees") JsonNode tree) {
        var reading = READER.tryRead(tree, ApplicationData.class);

        assertThat(reading.value() != null || !reading.violations().isEmpty()).isTrue();
        for (var violation : reading.violations()) {
            assertThat(isFound(violation.pointer(), tree))
                    .as(violation + " in " + tree)
                    .isTrue();
            assertThat(UTF_8.newEncoder().canEncode(violation.toString())).isTrue();
            assertThat(violation.code()).matches("[a-z_]+");
            assertThat(violation.detail()).matches("(?s)[\\p{Lu}'].*\\.").doesNotContain("{max}", "{value}");
        }
    }

    @Property
    void readsBackWhatItWrote(@ForAll("trees") JsonNode tree) {
        var reading = READER.tryRead(tree, ApplicationData.class);
        if (reading.value() != null && reading.violations().isEmpty()) {
            assertThat(READER.read(READER.write(reading.value()), ApplicationData.class))
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(reading.value());
        }
    }

    /** The place is there, or its parent is and wants it. */
    private static boolean isFound(String text, JsonNode tree) {
        var pointer = JsonPointer.compile(text);
        return !tree.at(pointer).isMissingNode()
                || tree.at(pointer.head()).isObject()
                        && NEEDED.contains(pointer.last().getMatchingProperty());
    }
}
