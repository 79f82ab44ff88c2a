package io.loanflow.platform.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a text exactly as it was given, blanks at its ends included: passwords. */
public class Verbatim extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    Verbatim() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        var found = CollectingHandler.name(parser.currentToken());
        CollectingHandler.note(context, parser, "wrong_type", "Here goes a text, not " + found + ".");
        parser.skipChildren();
        return null;
    }
}
