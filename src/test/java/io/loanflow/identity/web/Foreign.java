package io.loanflow.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.document.Contents;
import io.loanflow.document.Documents;
import io.loanflow.document.NewDocument;
import io.loanflow.identity.Accounts;
import io.loanflow.people.CommissionAccounts;
import io.loanflow.people.PartyChanges;
import io.loanflow.people.PartyKind;
import io.loanflow.servicing.Fee;
import io.loanflow.servicing.FeeCharges;
import io.loanflow.testing.Form;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.People;
import io.loanflow.testing.Servicing;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Somebody else's row of each kind that a call can name, and what to say to the calls that need a body. */
final class Foreign {

    private static final Map<String, String> BODIES = Map.of(
            "PUT /api/applications/{reference}/checklist/{code}",
            "{\"done\": true}",
            "PATCH /api/applications/{reference}/conditions/{id}",
            "{\"met\": true}",
            "POST /api/applications/{reference}/transitions",
            "{\"to\": \"processing\"}");

    private static final Set<String> UPLOADS =
            Set.of("POST /api/applications/{reference}/documents", "POST /api/documents/{id}/versions");

    private final Lending lending;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final String mark = "Mark" + UUID.randomUUID();
    private @Nullable Servicing funded;

    /**
     * Rows of one kind.
     *
     * @param make answers the id of a new one
     * @param absent an id that none has
     * @param seenBy groups that see every one of them
     */
    private record Kind(Supplier<String> make, String absent, Set<String> seenBy) {}

    Foreign(ApplicationContext context) {
        lending = new Lending(context);
        kinds.put("/api/applications/", new Kind(() -> loan().reference(), "APP-ZZZZZZZZ", Set.of("admin", "credit")));
        kinds.put("/api/tasks/", new Kind(this::task, UUID.randomUUID().toString(), Set.of("admin")));
        for (var directory : List.of("branches", "bdms", "brokers", "valuers", "quantity-surveyors")) {
            kinds.put(
                    "/api/" + directory + "/",
                    new Kind(() -> entry(directory), "999999999", Set.of("admin", "credit", "accounts", "bd")));
        }
        kinds.put("/api/auth/password-resets/", new Kind(() -> "unknown", "absent", Set.of()));
        kinds.put("/api/users/", new Kind(this::user, "unobody1234", Set.of("admin", "credit", "accounts", "bd")));
        kinds.put("/api/borrowers/", new Kind(this::borrower, "999999999", Set.of("admin", "credit")));
        kinds.put("/api/guarantors/", new Kind(this::guarantor, "999999999", Set.of("admin", "credit")));
        kinds.put("/api/documents/", new Kind(this::document, "999999999", Set.of("admin", "credit")));
        kinds.put("/api/fees/", new Kind(this::fee, "999999999", Set.of("admin", "credit")));
        kinds.put("/api/payments/", new Kind(this::payment, "999999999", Set.of("admin", "credit", "accounts")));
        kinds.put("/api/invitations/", new Kind(() -> "unknown", "absent", Set.of()));
        kinds.put("/api/auth/password-resets/", new Kind(() -> "unknown", "absent", Set.of()));
        kinds.put("/api/mails/", new Kind(() -> "999999999", "999999999", Set.of("admin")));
        kinds.put("/api/notifications/", new Kind(this::notification, "999999999", Set.of()));
    }

    /** The path of a call with the id of a new foreign row in it. */
    String path(String template) {
        return filled(template, kind(template).make().get());
    }

    /** The same with an id that nothing has. */
    String absent(String template) {
        return template.contains("{") ? filled(template, kind(template).absent()) : template;
    }

    boolean isSeenBy(String group, String template) {
        return kinds.keySet().stream().noneMatch(template::startsWith)
                || kind(template).seenBy().contains(group);
    }

    String body(String call) {
        return call.startsWith("GET") || call.startsWith("DELETE") ? "" : BODIES.getOrDefault(call, "{}");
    }

    /** What a call takes that takes an upload. */
    Optional<Form> form(String call) {
        return UPLOADS.contains(call)
                ? Optional.of(new Form().field("title", mark).file("a.txt", "text/plain", mark.getBytes(UTF_8)))
                : Optional.empty();
    }

    /** Texts that only foreign rows hold. */
    String[] marks() {
        return new String[] {mark};
    }

    private Kind kind(String template) {
        return kinds.entrySet().stream()
                .filter(kind -> template.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Say in " + Foreign.class.getSimpleName()
                        + " how to make a row for " + template + " that belongs to somebody else"));
    }

    private static String filled(String template, String id) {
        return template.replaceFirst("\\{\\w+}", id).replaceAll("\\{\\w+}", "1");
    }

    private Loan loan() {
        return lending.aLoan(this::marked);
    }

    private ObjectNode marked(ObjectNode application) {
        return application.put("purpose", mark);
    }

    private String task() {
        return loan().task("Activity_CompleteInquiry").id();
    }

    private String entry(String directory) {
        var names = directory.equals("brokers") ? "first_name, last_name" : "name";
        var values = directory.equals("brokers") ? "'Some', :mark" : ":mark";
        var table = Map.of(
                        "branches", "branch",
                        "bdms", "bdm",
                        "brokers", "broker",
                        "valuers", "valuer",
                        "quantity-surveyors", "quantity_surveyor")
                .get(directory);
        var id = lending.database()
                .sql("insert into " + table + " (" + names + ") values (" + values + ") returning id::text")
                .param("mark", mark)
                .query(String.class)
                .single();
        if (directory.equals("brokers")) {
            payTo(Long.parseLong(id));
        }
        return id;
    }

    private void payTo(long brokerId) {
        var account = JsonNodeFactory.instance
                .objectNode()
                .put("bank", mark)
                .put("name", mark)
                .put("bsb", "062000")
                .put("number", "123456789");
        lending.spring()
                .getBean(CommissionAccounts.class)
                .replace(brokerId, account, version -> true, lending.team().member("admin"));
    }

    private String user() {
        return People.someone(lending.spring().getBean(Accounts.class), "client")
                .id();
    }

    private String document() {
        var content = lending.spring().getBean(Contents.class).keep(new ByteArrayInputStream(mark.getBytes(UTF_8)));
        var document = new NewDocument(
                loan().reference(), "other", mark, mark, mark, "text/plain", content, false, true, null, Set.of());
        return String.valueOf(
                lending.spring().getBean(Documents.class).add(document).id());
    }

    private String fee() {
        var fee = new Fee.New("other", mark, new BigDecimal("50.00"), LocalDate.now(ZoneOffset.UTC), false);
        var raised = lending.spring()
                .getBean(FeeCharges.class)
                .raise(loan().reference(), fee, lending.team().member("admin"));
        return String.valueOf(raised.id());
    }

    private String payment() {
        if (funded == null) {
            funded = new Servicing(lending, loan().reaches("funded"));
        }
        return String.valueOf(funded.pays("1.00").id());
    }

    private String borrower() {
        return party(PartyKind.BORROWER);
    }

    private String guarantor() {
        return party(PartyKind.GUARANTOR);
    }

    private String party(PartyKind kind) {
        var name = JsonNodeFactory.instance.objectNode().put("first_name", mark).put("last_name", "Foreign");
        var party = lending.spring()
                .getBean(PartyChanges.class)
                .enter(kind, name, lending.team().member("broker"));
        return String.valueOf(party.id());
    }

    private String notification() {
        var loan = loan().movedBy("broker", "processing");
        return lending.database()
                .sql("select id::text from notification where related_object_id = ? and user_id = ?")
                .param(loan.reference())
                .param(lending.team().member("broker").userId())
                .query(String.class)
                .single();
    }
}
