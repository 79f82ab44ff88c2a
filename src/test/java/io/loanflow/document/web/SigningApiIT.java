package io.loanflow.document.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.document.Samples;
import io.loanflow.testing.Api;
import io.loanflow.testing.Form;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MailServer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Signing as clients of the API and holders of a link meet it, over HTTP alone. */
@LoanflowIT
@Tag("service")
@ExtendWith(OutputCaptureExtension.class)
class SigningApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    private final Lending lending;
    private final Api api;
    private final String borrower = "ann-" + System.nanoTime() + "@example.com";
    private final String guarantor = "gus-" + System.nanoTime() + "@example.com";

    private String path = "";
    private long guarantorId;

    @Autowired
    SigningApiIT(ApplicationContext context) {
        this.lending = new Lending(context);
        this.api = new Api(context, lending.team());
    }

    @BeforeEach
    void handInAnApplicationWithAGuarantor() {
        var application = Lending.complete();
        var ann = (ObjectNode) application.at("/borrowers/0");
        ann.put("email", borrower);
        application
                .putArray("guarantors")
                .add(ann.deepCopy()
                        .put("first_name", "Gus")
                        .put("email", guarantor)
                        .put("relationship", "parent"));
        application
                .put("broker_id", lending.team().brokerId())
                .put("bdm_id", lending.team().bdmId());
        var created = api.as("broker").post("/api/applications", application.toString());
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        path = "/api/applications/" + created.json().path("reference").asText();
        guarantorId = created.json().at("/guarantors/0/id").asLong();
    }

    @Test
    void anApprovalMakesItsDocumentsAndTheLastSignatureMovesTheApplicationOn() {
        approve();
        assertThat(status("formal_approval")).isEqualTo("generated");
        assertThat(status("guarantor_letter")).isEqualTo("sent");
        var agreement = id("loan_agreement");

        var link = link(borrower);
        var details = api.anonymous().get(link + "/details").json();
        assertThat(details.at("/document/title").asText()).isEqualTo("Loan agreement");
        var shown = api.anonymous().download(link + "/content", java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        assertThat(DigestUtils.sha256Hex(shown.body()))
                .isEqualTo(details.at("/document/sha256").asText());
        var signed = sign(link, details.at("/document/sha256").asText());
        assertThat(signed.status()).as(signed.text()).isEqualTo(201);
        assertThat(signed.json().path("others_to_sign").asInt()).isEqualTo(1);
        linksTo(guarantor, 2)
                .forEach(one -> assertThat(sign(one, sha(one)).status()).isEqualTo(201));

        await().atMost(PATIENCE).until(() -> stage().equals("settlement"));
        var verified = api.as("credit")
                .get("/api/documents/" + agreement + "/verification")
                .json();
        assertThat(verified.path("file_unchanged").asBoolean()).isTrue();
        assertThat(verified.path("chain_unbroken").asBoolean()).isTrue();
        assertThat(verified.path("signature_valid").asBoolean()).isTrue();
        var copy = signed.json().path("copy").asText();
        assertThat(api.anonymous().get(copy).text()).startsWith("%PDF-");
        assertThat(api.as("bd")
                        .get("/api/documents/" + agreement + "/signing")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("signed");
    }

    @Test
    void nobodySeesOrSignsBeforeTheirTurn() {
        var client = logIn();
        approve();
        var agreement = "/api/documents/" + id("loan_agreement");

        assertThat(linksTo(borrower, 1)).hasSize(1);
        assertThat(client.get(agreement).status()).isEqualTo(404);
        assertThat(client.get(agreement + "/content").status()).isEqualTo(404);
        assertThat(client.post(agreement + "/signatures", signature("Gus Borrower"))
                        .status())
                .isEqualTo(404);
        assertThat(evidence(agreement)).containsExactly("started", "asked");

        assertThat(sign(link(borrower), null).status()).isEqualTo(201);
        assertThat(client.get(agreement + "/content").status()).isEqualTo(200);
        var signed = client.post(agreement + "/signatures", signature("Gus Borrower"));
        assertThat(signed.status()).as(signed.text()).isEqualTo(201);
        var again = client.post(agreement + "/signatures", signature("Gus Borrower"));
        assertThat(again.status()).isEqualTo(409);
        await().atMost(PATIENCE).until(() -> status("loan_agreement").equals("signed"));
        assertThat(evidence(agreement)).containsExactly("started", "asked", "signed", "asked", "signed", "completed");
    }

    @Test
    void staffDoNotSignForSigners() {
        approve();
        var agreement = "/api/documents/" + id("loan_agreement");

        List.of("admin", "credit", "bd").forEach(group -> {
            assertThat(api.as(group)
                            .post(agreement + "/signatures", signature("Ann Borrower"))
                            .status())
                    .as(group)
                    .isEqualTo(403);
            assertThat(api.as(group)
                            .post(agreement + "/refusal", "{\"reason\": \"no\"}")
                            .status())
                    .as(group)
                    .isEqualTo(403);
        });
        assertThat(status("loan_agreement")).isEqualTo("sent");
    }

    @Test
    void aLinkSignsOnceAndOnlyAsItWasSent() {
        approve();
        var link = link(borrower);
        var altered = link.substring(0, link.length() - 4) + (link.endsWith("AAAA") ? "BBBB" : "AAAA");
        assertThat(api.anonymous().get(altered + "/details").status()).isEqualTo(404);
        assertThat(sign(altered, null).status()).isEqualTo(404);

        assertThat(sign(link, "0".repeat(64)).status()).isEqualTo(409);
        assertThat(api.anonymous()
                        .post(link, "{\"signature\": {\"kind\": \"drawn\", \"value\": \"<svg>\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(status("loan_agreement")).isEqualTo("sent");

        var both = List.of(
                CompletableFuture.supplyAsync(() -> sign(link, null).status()),
                CompletableFuture.supplyAsync(() -> sign(link, null).status()));
        assertThat(both.stream().map(CompletableFuture::join).toList()).containsExactlyInAnyOrder(201, 410);
        assertThat(sign(link, null).status()).isEqualTo(410);
        assertThat(api.anonymous().get(link + "/content").status()).isEqualTo(410);
        assertThat(evidence("/api/documents/" + id("loan_agreement")))
                .filteredOn("signed"::equals)
                .hasSize(1);
    }

    @Test
    void aLinkIsTooOldOnceItsTimeIsOver() {
        approve();
        var link = link(borrower);
        lending.database()
                .sql("update signing_link set expires_at = now() - interval '1 second' where signer_id in"
                        + " (select g.id from signer g join signing s on s.id = g.signing_id where s.document_id = ?)")
                .param(id("loan_agreement"))
                .update();

        assertThat(api.anonymous().get(link + "/details").status()).isEqualTo(410);
        assertThat(sign(link, null).status()).isEqualTo(410);
        assertThat(status("loan_agreement")).isEqualTo("sent");
    }

    @Test
    void aNewVersionTakesTheLinksToTheOldOneAway() {
        approve();
        var link = link(borrower);

        var next = api.as("bd").post(path + "/documents/generated", "{\"document_type\": \"loan_agreement\"}");
        assertThat(next.status()).as(next.text()).isEqualTo(201);

        assertThat(sign(link, null).status()).isEqualTo(410);
        assertThat(next.json().path("version").asInt()).isEqualTo(2);
        var sent = api.as("bd").post("/api/documents/" + next.json().path("id").asLong() + "/signing", "");
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        assertThat(sign(linksTo(borrower, 2).get(1), null).status()).isEqualTo(201);
    }

    @Test
    void aRefusalStopsTheOthersAndTakesTheApplicationBackWithItsReason() {
        approve();
        assertThat(sign(link(borrower), null).status()).isEqualTo(201);
        var links = linksTo(guarantor, 2);
        var agreement = links.stream()
                .filter(link -> title(link).equals("Loan agreement"))
                .findFirst()
                .orElseThrow();

        assertThat(refuse(agreement, " ").status()).isEqualTo(422);
        var refused = refuse(agreement, "The rate is not as agreed");
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);

        assertThat(stage()).isEqualTo("processing");
        assertThat(api.as("credit").get(path + "/history").text()).contains("The rate is not as agreed");
        links.forEach(link -> assertThat(sign(link, null).status()).isEqualTo(410));
        var letter = api.as("bd").post(path + "/documents/generated", "{\"document_type\": \"formal_approval\"}");
        assertThat(letter.status()).isEqualTo(422);
        assertThat(letter.text()).contains("there is none that stands");
        await().atMost(PATIENCE)
                .until(() -> MailServer.to(borrower).stream()
                        .anyMatch(mail -> mail.replaceAll("=\\r?\\n", "").contains("The rate is not as agreed")));
    }

    @Test
    void aChangedAmountVoidsExactlyWhatShowsIt() {
        var consent = api.as("bd").post(path + "/documents/generated", "{\"document_type\": \"privacy_consent\"}");
        assertThat(consent.status()).as(consent.text()).isEqualTo(201);
        approve();

        var patched = api.as("bd").send("PATCH", path, "{\"loan_amount\": 410000}", "application/merge-patch+json");

        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        assertThat(List.of(status("loan_agreement"), status("formal_approval"), status("guarantor_letter")))
                .containsOnly("voided");
        assertThat(status("privacy_consent")).isEqualTo("generated");
    }

    @Test
    void whatNobodyHasToSignIsNotSentAndWhatIsSentIsNotSentAgain() {
        approve();
        var form = new Form()
                .field("document_type", "payslip")
                .file("payslip.pdf", "application/pdf", Samples.pdf("% payslip"));
        var payslip = api.as("broker").post(path + "/documents", form);
        assertThat(payslip.status()).as(payslip.text()).isEqualTo(201);

        var refused =
                api.as("bd").post("/api/documents/" + payslip.json().path("id").asLong() + "/signing", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("no_signers");
        assertThat(api.as("bd")
                        .post("/api/documents/" + id("loan_agreement") + "/signing", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aSignerWithALogInRefusesAtTheDoorOfTheEngineToo() {
        var client = borrows();
        approve();
        await().atMost(PATIENCE)
                .until(() -> client.get("/api/tasks").json().path("total").asInt() > 0);
        var task = client.get("/api/tasks").json().at("/items/0/id").asText();

        var refused = client.post(
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\": {\"decision\": {\"value\": \"refuse\"}, \"reason\": {\"value\": \"Too dear\"}}}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(204);
        assertThat(stage()).isEqualTo("processing");
        assertThat(api.as("credit").get(path + "/history").text()).contains("Ann Borrower refused to sign: Too dear");
    }

    @Test
    void nobodySignsOnceTheTimeIsOver() {
        var client = borrows();
        approve();
        var agreement = id("loan_agreement");
        lending.database()
                .sql("update signing set expires_at = now() - interval '1 second' where document_id = ?")
                .param(agreement)
                .update();

        assertThat(client.post("/api/documents/" + agreement + "/signatures", signature("Ann Borrower"))
                        .status())
                .isEqualTo(409);
        assertThat(status("loan_agreement")).isEqualTo("sent");
    }

    @Test
    void aCompanyThatNobodySignsForIsNotLeftOut() {
        var changed = api.as("broker")
                .send(
                        "PATCH",
                        path,
                        "{\"guarantors\": [{\"kind\": \"company\", \"company_name\": \"Beta Pty Ltd\","
                                + " \"abn\": \"51 824 753 556\"}]}",
                        "application/merge-patch+json");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(move("broker", "processing").status()).isEqualTo(200);
        assertThat(move("credit", "approved").status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> documents().size() >= 2);

        assertThat(status("loan_agreement")).isEqualTo("generated");
        var refused = api.as("bd").post("/api/documents/" + id("loan_agreement") + "/signing", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("no_signers");
        assertThat(refused.json().at("/violations/0/pointer").asText()).isEqualTo("/guarantors/0/directors");
    }

    @Test
    void noMoneyGoesOutOnAnAgreementThatIsMadeAnewAfterItWasSigned() {
        approve();
        assertThat(sign(link(borrower), null).status()).isEqualTo(201);
        linksTo(guarantor, 2).forEach(one -> sign(one, null));
        await().atMost(PATIENCE).until(() -> stage().equals("settlement"));
        api.as("bd").post(path + "/documents/generated", "{\"document_type\": \"loan_agreement\"}");

        var refused = api.as("accounts").post(path + "/transitions", "{\"to\": \"funded\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"unsigned\"");
    }

    @Test
    void whatCanNeverBeSealedIsVoid() {
        var pages = Samples.replaced(Samples.pdf("% none"), "[3 0 R] /Count 1", "[     ] /Count 0");
        var form = new Form().field("document_type", "other").file("empty.pdf", "application/pdf", pages);
        var other = api.as("bd").post(path + "/documents", form);
        assertThat(other.status()).as(other.text()).isEqualTo(201);
        var document = "/api/documents/" + other.json().path("id").asLong();
        assertThat(api.as("bd").post(document + "/signing", "").status()).isEqualTo(201);

        assertThat(sign(link(borrower), null).status()).isEqualTo(201);

        await().atMost(PATIENCE).until(() -> status("other").equals("voided"));
        assertThat(api.as("bd").get(document + "/signing").json().path("reason").asText())
                .startsWith("It cannot be sealed.");
    }

    @Test
    void theSecretOfALinkIsNotLogged(CapturedOutput output) throws IOException {
        approve();
        var link = link(borrower);

        var answer = raw("GET " + link + "/details", "User-Agent: \u0085x");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed_header");
        assertThat(output.getAll()).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }

    /** With a header that no HTTP client would send. */
    private String raw(String start, String header) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            var request = start + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private void approve() {
        assertThat(move("broker", "processing").status()).isEqualTo(200);
        var approved = move("credit", "approved");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> documents().stream()
                        .anyMatch(one -> one.path("status").asText().equals("sent")));
    }

    private Http.Answer move(String group, String to) {
        return api.as(group).post(path + "/transitions", "{\"to\": \"" + to + "\"}");
    }

    /** The borrower, with a log-in. */
    private Http borrows() {
        lending.database()
                .sql("update borrower set user_id = ? where id ="
                        + " (select borrower_id from application_borrower where reference = ?)")
                .params(lending.team().member("client").userId(), path.substring(path.lastIndexOf('/') + 1))
                .update();
        return api.as("client");
    }

    /** The guarantor, with a log-in. */
    private Http logIn() {
        lending.database()
                .sql("update guarantor set user_id = ? where id = ?")
                .params(lending.team().member("client").userId(), guarantorId)
                .update();
        return api.as("client");
    }

    private List<JsonNode> documents() {
        var items = api.as("admin").get(path + "/documents").json().path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private JsonNode document(String type) {
        return documents().stream()
                .filter(one -> one.path("document_type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private long id(String type) {
        return document(type).path("id").asLong();
    }

    private String status(String type) {
        return document(type).path("status").asText();
    }

    private String stage() {
        return api.as("admin").get(path).json().path("stage").asText();
    }

    private List<String> evidence(String document) {
        var rows = api.as("credit").get(document + "/signing").json().path("evidence");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("kind").asText())
                .toList();
    }

    private String link(String email) {
        return linksTo(email, 1).get(0);
    }

    /** The first links to sign that came by mail, without the server's address. */
    private static List<String> linksTo(String email, int count) {
        await().atMost(PATIENCE).until(() -> links(email).size() >= count);
        return links(email).subList(0, count);
    }

    private static List<String> links(String email) {
        return MailServer.to(email).stream()
                .filter(mail -> mail.matches("(?s).*/sign/[\\w-]{20,}.*"))
                .map(mail -> mail.replaceFirst("(?s).*(/sign/[\\w-]+).*", "$1"))
                .toList();
    }

    private String sha(String link) {
        return api.anonymous()
                .get(link + "/details")
                .json()
                .at("/document/sha256")
                .asText();
    }

    private String title(String link) {
        return api.anonymous()
                .get(link + "/details")
                .json()
                .at("/document/title")
                .asText();
    }

    private Http.Answer refuse(String link, String reason) {
        return api.anonymous().post(link + "/refusal", "{\"reason\": \"" + reason + "\"}");
    }

    private Http.Answer sign(String link, @Nullable String sha256) {
        var sha = sha256 == null ? "" : ", \"sha256\": \"" + sha256 + "\"";
        return api.anonymous()
                .post(
                        link,
                        "{\"name\": \"Somebody\", \"signature\": {\"kind\": \"typed\", \"value\": \"Somebody\"}" + sha
                                + "}");
    }

    private static String signature(String name) {
        return "{\"name\": \"%1$s\", \"signature\": {\"kind\": \"typed\", \"value\": \"%1$s\"}}".formatted(name);
    }
}
