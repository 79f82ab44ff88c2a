package io.loanflow.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a client has got. Its inbox and its applications are two places, because a client that resumes hears of missed
 * notifications at once and of missed stages only when it subscribes.
 */
public record Cursor(Position inbox, Position stages) {

    private static final String NUMBER = "(\\d{1,18})";
    private static final Pattern TEXT =
            Pattern.compile(NUMBER + "\\." + NUMBER + "(?:-" + NUMBER + "\\." + NUMBER + ")?");

    public static Cursor at(Position position) {
        return new Cursor(position, position);
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<Cursor> parse(String text) {
        try {
            var matcher = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), US_ASCII));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            var inbox = position(matcher.group(1), matcher.group(2));
            return Optional.of(
                    matcher.group(3) == null
                            ? at(inbox)
                            : new Cursor(inbox, position(matcher.group(3), matcher.group(4))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    public Cursor inboxAt(Position reached) {
        return new Cursor(inbox.orLater(reached), stages);
    }

    public Cursor stagesAt(Position reached) {
        return new Cursor(inbox, stages.orLater(reached));
    }

    public Cursor bothAt(Position reached) {
        return inboxAt(reached).stagesAt(reached);
    }

    public Position earliest() {
        return inbox.orEarlier(stages);
    }

    /** Opaque to clients, safe in a URL. */
    @JsonValue
    public String text() {
        var plain = text(inbox) + (inbox.equals(stages) ? "" : "-" + text(stages));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
    }

    private static String text(Position position) {
        return position.transaction() + "." + position.row();
    }

    private static Position position(String transaction, String row) {
        return new Position(Long.parseLong(transaction), Long.parseLong(row));
    }
}
