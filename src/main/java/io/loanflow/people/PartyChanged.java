package io.loanflow.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's data has been changed, in the transaction that is still open.
 *
 * @param fields names of what differs, {@code assets} and {@code liabilities} among them
 * @param by id of the user
 * @param within reference of the application through which it was changed, null when it was changed on its own
 */
public record PartyChanged(
        PartyKind kind,
        long id,
        Set<String> fields,
        String by,
        @Nullable String within) {

    private static final Set<String> CONTACT = Set.of(
            "email",
            "phone",
            "residential_address",
            "postal_address",
            "registered_address",
            "referral_source",
            "tags",
            "notes");

    public PartyChanged {
        fields = Set.copyOf(fields);
    }

    /** True when nothing differs but how to reach them and what is noted of them. */
    public boolean isContactOnly() {
        return CONTACT.containsAll(fields);
    }

    /** True when a figure differs that loans are assessed by; what somebody owns is none. */
    public boolean touchesFigures() {
        return fields.stream().anyMatch(field -> !CONTACT.contains(field) && !field.equals("assets"));
    }
}
