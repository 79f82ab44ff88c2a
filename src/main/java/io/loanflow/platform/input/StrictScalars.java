package io.loanflow.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.loanflow.platform.Blank;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Scalars read without guessing. A text stays a text; numbers may come as JSON numbers or as texts, because money does; a
 * blank counts as absent, because forms send blanks.
 */
final class StrictScalars {

    private static final int MOST_DIGITS = 38;

    private StrictScalars() {}

    static SimpleModule module() {
        return new SimpleModule("strict-scalars")
                .addDeserializer(String.class, new Text())
                .addDeserializer(BigDecimal.class, new Decimal())
                .addDeserializer(Integer.class, new Whole())
                .addDeserializer(Boolean.class, new YesNo())
                .addDeserializer(LocalDate.class, new Day())
                .addSerializer(LocalDate.class, ToStringSerializer.instance);
    }

    private abstract static class Scalar<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final String wanted;

        Scalar(Class<T> type, String wanted) {
            super(type);
            this.wanted = wanted;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING && Blank.is(parser.getText())) {
                return null;
            }
            return token.isScalarValue() ? scalar(parser, context) : wrong(parser, context);
        }

        abstract @Nullable T scalar(JsonParser parser, DeserializationContext context) throws IOException;

        @Nullable
        T wrong(JsonParser parser, DeserializationContext context) throws IOException {
            return wrong(parser, context, like(parser));
        }

        final @Nullable T wrong(JsonParser parser, DeserializationContext context, String like) throws IOException {
            var given = CollectingHandler.name(parser.currentToken());
            CollectingHandler.note(
                    context, parser, "wrong_type", "Here goes " + wanted + ", not " + given + like + ".");
            parser.skipChildren();
            return null;
        }

        /** For a number of the right kind that nothing here can hold. */
        final @Nullable T unbounded(JsonParser parser, DeserializationContext context, BigDecimal value) {
            var detail = value.abs().compareTo(BigDecimal.ONE) < 0
                    ? "The number has too many decimal places."
                    : value.signum() < 0
                            ? "The number is below the minimum allowed: it has too many digits."
                            : "The number exceeds the maximum allowed: it has too many digits.";
            CollectingHandler.note(context, parser, "out_of_range", detail);
            return null;
        }

        private static String like(JsonParser parser) throws IOException {
            var token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return " like '" + CollectingHandler.excerpt(parser.getText()) + "'";
            }
            return token.isNumeric() ? " like " + CollectingHandler.excerpt(parser.getText()) : "";
        }
    }

    /** Digits of other scripts would be numbers to Java, and are none to whoever reads the answer. */
    private static BigDecimal number(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return parser.getDecimalValue();
        }
        var text = parser.getText().strip();
        if (!text.matches("\\p{ASCII}+")) {
            throw new NumberFormatException();
        }
        return new BigDecimal(text);
    }

    private static final class Text extends Scalar<String> {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class, "a text");
        }

        /** What was given instead is not repeated: it may be a secret that lacks its quotes. */
        @Override
        @Nullable
        String scalar(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return wrong(parser, context, "");
            }
            var text = parser.getText().strip();
            if (CollectingHandler.isBroken(text)) {
                CollectingHandler.note(
                        context, parser, "illegal_character", "A text holds neither NUL nor half a character.");
                return null;
            }
            return text;
        }
    }

    private static final class Decimal extends Scalar<BigDecimal> {

        private static final long serialVersionUID = 1L;

        Decimal() {
            super(BigDecimal.class, "a number such as 500000 or \"500000.00\"");
        }

        @Override
        @Nullable
        BigDecimal scalar(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isBoolean()) {
                return wrong(parser, context);
            }
            try {
                var value = number(parser);
                return fits(value) ? value : unbounded(parser, context, value);
            } catch (NumberFormatException e) {
                return wrong(parser, context);
            }
        }

        private static boolean fits(BigDecimal value) {
            return value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
        }
    }

    private static final class Whole extends Scalar<Integer> {

        private static final long serialVersionUID = 1L;
        private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

        Whole() {
            super(Integer.class, "a whole number");
        }

        @Override
        @Nullable
        Integer scalar(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isBoolean()) {
                return wrong(parser, context);
            }
            try {
                var value = number(parser);
                if (value.abs().compareTo(LARGEST) > 0) {
                    return unbounded(parser, context, value);
                }
                return value.intValueExact();
            } catch (NumberFormatException | ArithmeticException e) {
                return wrong(parser, context);
            }
        }
    }

    private static final class YesNo extends Scalar<Boolean> {

        private static final long serialVersionUID = 1L;

        YesNo() {
            super(Boolean.class, "true or false");
        }

        @Override
        @Nullable
        Boolean scalar(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.currentToken().isBoolean()
                    ? Boolean.valueOf(parser.getBooleanValue())
                    : wrong(parser, context);
        }
    }

    private static final class Day extends Scalar<LocalDate> {

        private static final long serialVersionUID = 1L;

        Day() {
            super(LocalDate.class, "a date such as 2026-03-31");
        }

        @Override
        @Nullable
        LocalDate scalar(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return wrong(parser, context);
            }
            try {
                var text = parser.getText().strip();
                var day = LocalDate.parse(text);
                return day.getYear() >= 1 && day.getYear() <= 9999 ? day : wrong(parser, context);
            } catch (DateTimeParseException e) {
                return wrong(parser, context);
            }
        }
    }
}
