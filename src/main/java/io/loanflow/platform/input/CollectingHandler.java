package io.loanflow.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
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
        var detail = "There is no field '" + name + "'.";
        note(context, new Violation(pointerToField(parser, name), "unknown_field", detail));
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
        note(context, new Violation(around(parser).pathAsPointer().toString(), code, detail));
    }

    private static void note(DeserializationContext context, Violation violation) {
        @SuppressWarnings("unchecked")
        var violations = (List<Violation>) context.getAttribute(VIOLATIONS);
        violations.add(violation);
    }

    /** The place of the value that was met, also when the parser already stands inside it. */
    private static JsonStreamContext around(JsonParser parser) {
        var place = parser.getParsingContext();
        return parser.currentToken().isStructStart() && place.getParent() != null ? place.getParent() : place;
    }

    /** By the field's name, because what is unknown is read from a buffer that has forgotten it. */
    private static String pointerToField(JsonParser parser, String name) {
        var object = around(parser).getParent();
        var path = object == null ? "" : object.pathAsPointer().toString();
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
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
