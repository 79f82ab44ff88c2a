package io.loanflow.document.seal;

import io.loanflow.document.Document;
import io.loanflow.document.Evidence;
import io.loanflow.document.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the certificate says: the document, who signed it and how we know, and the whole evidence by its hashes. */
final class Certificate {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'xxx", Locale.ENGLISH);
    private static final Map<String, String> MEANS = Map.of(
            "password", "Logged in with a password",
            "link", "One-time link sent by e-mail");
    private static final Map<Evidence.Kind, String> EVENTS = Map.of(
            Evidence.Kind.STARTED, "Signing started",
            Evidence.Kind.ASKED, "Asked to sign",
            Evidence.Kind.OPENED, "Opened the document",
            Evidence.Kind.SIGNED, "Signed",
            Evidence.Kind.DECLINED, "Refused to sign",
            Evidence.Kind.REMINDED, "Reminded",
            Evidence.Kind.EXPIRED, "Signing expired",
            Evidence.Kind.VOIDED, "Signing voided",
            Evidence.Kind.COMPLETED, "Everybody has signed");

    private final String lender;
    private final ZoneId zone;

    Certificate(String lender, ZoneId zone) {
        this.lender = lender;
        this.zone = zone;
    }

    /** As the template wants it. */
    Map<String, ?> of(Document document, List<Evidence> evidence) {
        var last = evidence.get(evidence.size() - 1);
        var signers = evidence.stream()
                .filter(row -> row.kind() == Evidence.Kind.SIGNED)
                .map(this::signer)
                .toList();
        var page = new HashMap<String, Object>();
        page.put("lender", CertificateFonts.printable(lender));
        page.put("completed", time(last.at()));
        page.put("signing", last.signingId());
        page.put("document", document.id());
        page.put("title", CertificateFonts.printable(document.title()));
        page.put("type", words(document.type()));
        page.put("version", document.version());
        page.put("application", document.reference());
        page.put("sha256", document.content().sha256());
        page.put("signatures", signers.size());
        page.put("signers", signers);
        page.put("events", evidence.stream().map(this::event).toList());
        page.put("head", last.hash());
        return page;
    }

    private Map<String, ?> signer(Evidence row) {
        var facts = row.facts();
        var signer = new HashMap<String, @Nullable Object>();
        signer.put("name", shown(facts.get("name"), "Unknown"));
        signer.put("email", shown(facts.get("email"), null));
        signer.put("user", shown(facts.get("user_id"), null));
        signer.put("authenticated", means(facts.get("authenticated")));
        signer.put("at", time(row.at()));
        signer.put("address", shown(facts.get("address"), null));
        signer.put("agent", shown(facts.get("agent"), null));
        signer.put("number", row.number());
        signer.put("hash", row.hash());
        hand(signer, facts.get("signature_kind"), facts.get("signature"));
        return signer;
    }

    private static void hand(Map<String, @Nullable Object> signer, @Nullable String kind, @Nullable String value) {
        var drawing = kind == null || value == null ? null : new Signature(kind, value).drawing();
        var typed = Signature.TYPED.equals(kind) ? shown(value, null) : null;
        signer.put("drawn", drawing == null ? null : "data:image/png;base64," + base64(drawing.png()));
        signer.put("typed", typed);
        signer.put("script", typed != null && CertificateFonts.writesByHand(typed));
        signer.put("how", typed == null ? "Signature, drawn" : "Signature, typed");
    }

    private Map<String, ?> event(Evidence row) {
        var facts = row.facts();
        return Map.of(
                "number", row.number(),
                "at", time(row.at()),
                "what", Objects.requireNonNull(EVENTS.get(row.kind())),
                "who", Objects.requireNonNullElse(shown(facts.get("name"), shown(facts.get("email"), null)), ""),
                "hash", row.hash());
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private static String means(@Nullable String authenticated) {
        return Objects.requireNonNullElse(
                MEANS.get(String.valueOf(authenticated)), String.valueOf(shown(authenticated, "Unknown")));
    }

    private static @Nullable String shown(@Nullable String fact, @Nullable String otherwise) {
        return fact == null ? otherwise : CertificateFonts.printable(fact);
    }

    private static String words(String name) {
        var words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
