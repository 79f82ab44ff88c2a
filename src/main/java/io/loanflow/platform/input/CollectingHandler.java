package io.loanflow.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.util.TokenBufferReadContext;
import io.loanflow.platform.Violation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what does not fit and reads on, so that one answer can name everything. */
class CollectingHandler extends DeserializationProblemHandler {

    static final String VIOLATIONS = "violations";

    /** Half of a character beyond the first 65,536, without the other half. */
    private static final String HALF = "\\p{Cs}";

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        var pointer = holder(parser) + "/" + name.replace("~", "~0").replace("/", "~1");
        note(context, pointer, "unknown_field", "There is no field '" + excerpt(name) + "'.");
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

    /** Pointer of the object that has the present field; a field may have been set aside until the known ones were read. */
    private static String holder(JsonParser parser) {
        var holder = parser.getParsingContext();
        if (holder instanceof TokenBufferReadContext) {
            while (holder.getParent() instanceof TokenBufferReadContext outer) {
                holder = outer;
            }
        } else if (parser.currentToken().isStructStart()) {
            holder = holder.getParent();
        }
        return holder.getParent().pathAsPointer().toString();
    }

    static void note(DeserializationContext context, JsonParser parser, String code, String detail) {
        note(context, around(parser).pathAsPointer().toString(), code, detail);
    }

    /** The place of the value that was met, also when the parser already stands inside it. */
    private static JsonStreamContext around(JsonParser parser) {
        var place = parser.getParsingContext();
        return parser.currentToken().isStructStart() && place.getParent() != null ? place.getParent() : place;
    }

    private static void note(DeserializationContext context, String pointer, String code, String detail) {
        @SuppressWarnings("unchecked")
        var violations = (List<Violation>) context.getAttribute(VIOLATIONS);
        violations.add(new Violation(whole(pointer), code, detail));
    }

    /** True for what neither an answer nor the database can hold. */
    static boolean isBroken(String text) {
        return text.indexOf('\0') >= 0 || !whole(text).equals(text);
    }

    /** Enough of a text to know it again. */
    static String excerpt(String text) {
        return whole(text.length() <= 40 ? text : text.substring(0, 40) + "…");
    }

    /** Halves of characters cannot be sent back. */
    private static String whole(String text) {
        return text.replaceAll(HALF, "\ufffd");
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
