package io.loanflow.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
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
            if (token == JsonToken.VALUE_STRING && parser.getText().isBlank()) {
                return null;
            }
            return token.isScalarValue() ? scalar(parser, context) : wrong(parser, context);
        }

        abstract @Nullable T scalar(JsonParser parser, DeserializationContext context) throws IOException;

        @Nullable
        T wrong(JsonParser parser, DeserializationContext context) throws IOException {
            CollectingHandler.note(
                    context,
                    parser,
                    "wrong_type",
                    "Here goes " + wanted + ", not " + CollectingHandler.name(parser.currentToken())
                            + like(parser)
                            + ".");
            parser.skipChildren();
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

    private static final class Text extends Scalar<String> {

        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class, "a text");
        }

        @Override
        @Nullable
        String scalar(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return wrong(parser, context);
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
            try {
                var text = parser.currentToken() == JsonToken.VALUE_STRING
                        ? parser.getText().strip()
                        : null;
                if (text == null && !parser.currentToken().isNumeric()) {
                    return wrong(parser, context);
                }
                var value = text == null ? parser.getDecimalValue() : new BigDecimal(text);
                return fits(value) ? value : tooLong(parser, context);
            } catch (NumberFormatException e) {
                return wrong(parser, context);
            }
        }

        private static boolean fits(BigDecimal value) {
            return value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
        }

        private static @Nullable BigDecimal tooLong(JsonParser parser, DeserializationContext context) {
            CollectingHandler.note(
                    context, parser, "out_of_range", "The number exceeds the maximum allowed: it has too many digits.");
            return null;
        }
    }

    private static final class Whole extends Scalar<Integer> {

        private static final long serialVersionUID = 1L;

        Whole() {
            super(Integer.class, "a whole number");
        }

        @Override
        @Nullable
        Integer scalar(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    return Integer.valueOf(parser.getText().strip());
                }
                return parser.currentToken().isNumeric()
                        ? Integer.valueOf(parser.getDecimalValue().intValueExact())
                        : wrong(parser, context);
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
