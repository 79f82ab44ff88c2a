package io.loanflow.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final Set<String> AMOUNTS =
            Set.of("annual_income", "other_annual_income", "monthly_expenses", "income_counts", "liabilities");

    public PartyChanged {
        fields = Set.copyOf(fields);
    }

    /** True when nothing differs but how to reach them and what is noted of them. */
    public boolean isContactOnly() {
        return CONTACT.containsAll(fields);
    }

    /** True when an amount is among the fields that their loans are assessed by. */
    boolean touchesAmounts() {
        return fields.stream().anyMatch(AMOUNTS::contains);
    }

    /** Somebody as JSON without what says only how to reach them and what is noted of them. */
    public static JsonNode withoutContact(JsonNode party) {
        return party instanceof ObjectNode object ? object.deepCopy().without(CONTACT) : party;
    }

    /** True when a figure differs that loans are assessed by; what somebody owns is none. */
    public boolean touchesFigures() {
        return fields.stream().anyMatch(field -> !CONTACT.contains(field) && !field.equals("assets"));
    }
}
