package io.loanflow.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import io.loanflow.platform.Violation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what does not fit and reads on, so that one answer can name everything. */
class CollectingHandler extends DeserializationProblemHandler {

    static final String VIOLATIONS = "violations";

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        note(context, parser, "unknown_field", "There is no field '" + name + "'.");
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
            throws IOException {
        var wanted = type.isCollectionLikeType() ? "a list" : "an object";
        note(context, parser, "wrong_type", "Here goes " + wanted + ", not " + name(token) + ".");
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        note(context, parser, "wrong_type", "Here goes an object, not " + name(parser.currentToken()) + ".");
        parser.skipChildren();
        return null;
    }

    static void note(DeserializationContext context, JsonParser parser, String code, String detail) {
        @SuppressWarnings("unchecked")
        var violations = (List<Violation>) context.getAttribute(VIOLATIONS);
        violations.add(new Violation(parser.getParsingContext().pathAsPointer().toString(), code, detail));
    }

    static String name(JsonToken token) {
        return switch (token) {
            case START_OBJECT, FIELD_NAME, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "this";
        };
    }
}
