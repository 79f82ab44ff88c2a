package io.loanflow.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What every JSON that comes in from outside is held to, before anything is read out of it. */
public final class JsonText {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final Set<JsonToken> TEXTS = Set.of(JsonToken.FIELD_NAME, JsonToken.VALUE_STRING);

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");

    /** More than any number here can have, and fewer than take long to read. */
    private static final int MOST_DIGITS = 500;

    private JsonText() {}

    /** @throws Problem 400 when it is not one well-formed value, a field is given twice, or a text cannot be stored */
    public static void check(byte[] json) {
        if (json.length > 1 && (json[0] == 0 || json[1] == 0 || json[0] == (byte) 0xFE || json[0] == (byte) 0xFF)) {
            throw Problem.badInput("", "malformed_json", "The body is not JSON in UTF-8.");
        }
        refuse(violations(() -> STRICT.createParser(json)));
    }

    /**
     * The same for JSON that comes as a text inside another request; what is wrong in it is pointed to as if it had come alone.
     *
     * @param pointer where it is in that request, for what is wrong with it as a whole
     */
    public static void check(String json, String pointer) {
        refuse(violations(() -> STRICT.createParser(json)).stream()
                .map(one -> one.pointer().isEmpty() ? one.under(pointer) : one)
                .toList());
    }

    private interface Source {

        JsonParser open() throws IOException;
    }

    private static List<Violation> violations(Source source) {
        var violations = new ArrayList<Violation>();
        boolean complete = false;
        try (var parser = source.open()) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (complete) {
                    return List.of(new Violation("", "malformed_json", "After the JSON object something follows."));
                }
                if (TEXTS.contains(token)) {
                    checkText(parser, violations);
                } else if (token.isNumeric() && parser.getTextLength() > MOST_DIGITS) {
                    violations.add(new Violation(pointer(parser), "out_of_range", "The number has too many digits."));
                }
                complete = parser.getParsingContext().inRoot();
            }
        } catch (StreamConstraintsException tooMuch) {
            return List.of(tooMuch(tooMuch));
        } catch (JsonProcessingException malformed) {
            return List.of(malformed(malformed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return violations;
    }

    private static Violation tooMuch(StreamConstraintsException tooMuch) {
        return new Violation(
                "", "too_large", "The body is too long or nested too deeply to be read" + place(tooMuch) + ".");
    }

    private static String place(JsonProcessingException fault) {
        var at = fault.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Where a text stops being JSON, and why as far as a person can do something about it. */
    public static Violation malformed(JsonProcessingException malformed) {
        var where = place(malformed);
        var duplicate = DUPLICATE.matcher(malformed.getOriginalMessage());
        return duplicate.lookingAt()
                ? new Violation(
                        "",
                        "duplicate_field",
                        "The field '" + duplicate.group(1).replace("\0", "") + "' is there twice" + where + ".")
                : new Violation("", "malformed_json", "The body is not well-formed JSON" + where + ".");
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.badInput(violations);
        }
    }

    private static void checkText(JsonParser parser, List<Violation> violations) throws IOException {
        var text = parser.getText();
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(JsonText::isHalf)) {
            violations.add(new Violation(
                    pointer(parser), "illegal_character", "A text holds neither NUL nor half a character."));
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString().replace("\0", "");
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
