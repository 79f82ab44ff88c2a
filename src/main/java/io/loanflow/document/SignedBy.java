package io.loanflow.document;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who acted in a signing, and how we know.
 *
 * @param name as they gave it
 * @param authenticated {@code password} for somebody who is logged in, {@code link} for a one-time link sent by e-mail
 * @param userId null for somebody without a login
 * @param address network address that the call came from
 * @param agent what the browser calls itself; only its beginning is kept
 */
public record SignedBy(
        String name,
        String authenticated,
        @Nullable String userId,
        @Nullable String email,
        @Nullable String address,
        @Nullable String agent) {

    public static final String PASSWORD = "password";
    public static final String LINK = "link";

    private static final int LONGEST = 500;

    /** As facts of evidence; what is not known is left out. */
    public Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        put(facts, "name", name);
        put(facts, "authenticated", authenticated);
        put(facts, "user_id", userId);
        put(facts, "email", email);
        put(facts, "address", address);
        put(facts, "agent", agent);
        return facts;
    }

    /** The facts of a signature. */
    public Map<String, String> facts(Signature signature) {
        var facts = new TreeMap<String, String>(facts());
        facts.put("signature_kind", signature.kind());
        facts.put("signature", signature.value());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        }
    }
}
