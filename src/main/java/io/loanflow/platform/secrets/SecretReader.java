package io.loanflow.platform.secrets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a secret as any other text is read where it stands; named where a constraint of texts would read it otherwise. */
public class SecretReader extends StdScalarDeserializer<Secret> {

    private static final long serialVersionUID = 1L;

    public SecretReader() {
        super(Secret.class);
    }

    @Override
    public @Nullable Secret deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var text = context.readValue(parser, String.class);
        return text == null ? null : Secret.of(text);
    }
}
