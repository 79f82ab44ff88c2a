package io.loanflow.document.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.Violation;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an upload as JSON, so that they are held to the same rules. */
final class FormFields {

    private static final int LONGEST_FIELD = 64 * 1024;

    private FormFields() {}

    static ObjectNode read(Collection<Part> all, List<Violation> violations) {
        var fields = JsonNodeFactory.instance.objectNode();
        for (var part : all) {
            var name = part.getName();
            if (name.equals(UploadForms.FILE)) {
                continue;
            }
            if (fields.has(name)) {
                violations.add(new Violation(pointer(name), "duplicate_field", "The field is there twice."));
            } else if (part.getSubmittedFileName() != null) {
                violations.add(new Violation(pointer(name), "wrong_type", "Here goes a text, not a file."));
            } else {
                put(fields, part, violations);
            }
        }
        return fields;
    }

    private static void put(ObjectNode fields, Part part, List<Violation> violations) {
        var name = part.getName();
        var text = part.getSize() > LONGEST_FIELD ? null : text(part);
        if (text == null) {
            violations.add(new Violation(
                    pointer(name), "illegal_value", "The field is no text in UTF-8 of at most 65536 bytes."));
        } else if (text.equals("true") || text.equals("false")) {
            fields.put(name, Boolean.parseBoolean(text));
        } else {
            fields.put(name, text);
        }
    }

    private static @Nullable String text(Part part) {
        try (var in = part.getInputStream()) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1").replace("\0", "");
    }
}
