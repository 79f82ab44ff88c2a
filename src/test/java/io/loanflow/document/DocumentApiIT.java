package io.loanflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Form;
import io.loanflow.testing.Http;
import io.loanflow.testing.Http.Answer;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents as their users meet them: who sees which, versions and their heads, sharing, searching, downloading. */
@LoanflowIT
@Tag("service")
class DocumentApiIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Documents documents;

    @Autowired
    private Contents contents;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Http> people = new HashMap<>();
    private Lending lending;
    private Members members;
    private Loan loan;
    private String clientId;

    @BeforeEach
    void makeAnApplication() {
        lending = new Lending(context);
        members = new Members(context);
        loan = lending.aLoan();
        clientId = members.in("client").id();
        jdbc.sql("update borrower set user_id = :user where id in"
                        + " (select borrower_id from application_borrower where reference = :reference)")
                .param("user", clientId)
                .param("reference", loan.reference())
                .update();
    }

    @ParameterizedTest
    @CsvSource({"broker, true", "client, true", "bd, false", "credit, false", "admin, false"})
    void takesDocumentsOfEverybodyWhoSeesTheApplication(String group, boolean shared) {
        var answer = upload(group, "a.pdf");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("ETag")).startsWith("\"1-");
        var document = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo("/api/documents/" + document.path("id").asLong());
        assertThat(document.path("application").asText()).isEqualTo(loan.reference());
        assertThat(document.path("document_type").asText()).isEqualTo("payslip");
        assertThat(document.path("title").asText()).isEqualTo("a");
        assertThat(document.path("version").asInt()).isEqualTo(1);
        assertThat(document.path("head").asBoolean()).isTrue();
        assertThat(document.path("status").asText()).isEqualTo("draft");
        assertThat(document.path("shared").asBoolean()).isEqualTo(shared);
        assertThat(document.path("size").asInt()).isEqualTo(Samples.pdf().length);
        assertThat(document.at("/created_by/id").asText()).isNotEmpty();
    }

    @Test
    void takesDocumentsOfAccountsOnceTheyMaySeeTheApplication() {
        assertThat(upload("accounts", "a.pdf").status()).isEqualTo(404);
        loan.movedBy("broker", "processing").movedBy("credit", "approved");

        assertThat(upload("accounts", "a.pdf").status()).isEqualTo(201);
    }

    @Test
    void takesDocumentsInStagesWhereNothingElseChanges() {
        loan.movedBy("credit", "declined", "too little income");

        assertThat(upload("broker", "a.pdf").status()).isEqualTo(201);
    }

    @Test
    void onlyStaffSayWhatIsShared() {
        var form = form("a.pdf").field("shared", "true");
        assertThat(as("bd").post(path(), form).json().path("shared").asBoolean())
                .isTrue();
        assertThat(as("broker")
                        .post(path(), form("a.pdf").field("shared", "false"))
                        .status())
                .isEqualTo(403);
        assertThat(as("client")
                        .post(path(), form("a.pdf").field("shared", "true"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void brokersAndClientsSeeWhatIsSharedAndWhatIsTheirs() {
        long internal = id(upload("credit", "internal.pdf"));
        long shared = id(as("credit").post(path(), form("shared.pdf").field("shared", "true")));
        long brokers = id(upload("broker", "brokers.pdf"));
        share(brokers, false);

        assertThat(seenBy("admin")).containsExactlyInAnyOrder(internal, shared, brokers);
        assertThat(seenBy("bd")).containsExactlyInAnyOrder(internal, shared, brokers);
        assertThat(seenBy("broker")).containsExactlyInAnyOrder(shared, brokers);
        assertThat(seenBy("client")).containsExactly(shared);
        for (var call : List.of("", "/content", "/versions")) {
            assertThat(as("client").get("/api/documents/" + internal + call).status())
                    .isEqualTo(404);
            assertThat(as("client").get("/api/documents/" + brokers + call).status())
                    .isEqualTo(404);
            assertThat(as("broker").get("/api/documents/" + brokers + call).status())
                    .isEqualTo(200);
        }
        assertThat(as("client")
                        .send("PATCH", "/api/documents/" + internal, "{\"shared\": true}", "application/json")
                        .status())
                .isEqualTo(404);
        assertThat(as("client")
                        .post("/api/documents/" + internal + "/versions", form("a.pdf"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void clientsDoNotLearnWhoElseHandedThingsIn() {
        long shared = id(as("credit").post(path(), form("a.pdf").field("shared", "true")));
        long own = id(upload("client", "b.pdf"));

        assertThat(as("client")
                        .get("/api/documents/" + shared)
                        .json()
                        .path("created_by")
                        .isNull())
                .isTrue();
        assertThat(as("client")
                        .get("/api/documents/" + own)
                        .json()
                        .at("/created_by/id")
                        .asText())
                .isEqualTo(clientId);
        assertThat(as("broker")
                        .get("/api/documents/" + own)
                        .json()
                        .at("/created_by/id")
                        .asText())
                .isEqualTo(clientId);
    }

    @Test
    void whoLeavesTheApplicationLosesSightOfTheirOwnDocuments() {
        long own = id(upload("broker", "a.pdf"));

        jdbc.sql("update application set broker_id = null where reference = :reference")
                .param("reference", loan.reference())
                .update();

        assertThat(as("broker").get("/api/documents/" + own).status()).isEqualTo(404);
        assertThat(as("broker")
                        .get("/api/documents?application=" + loan.reference())
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void replacesAVersionAndKeepsTheOldOne() {
        long first = id(as("broker").post(path(), form("a.pdf").field("description", "as sent")));

        var answer = as("broker").post("/api/documents/" + first + "/versions", version("b.pdf", "% two"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var second = answer.json();
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("title").asText()).isEqualTo("a");
        assertThat(second.path("description").asText()).isEqualTo("as sent");
        assertThat(second.path("file_name").asText()).isEqualTo("b.pdf");
        assertThat(second.path("document_type").asText()).isEqualTo("payslip");
        var versions =
                as("credit").get("/api/documents/" + first + "/versions").json().path("items");
        assertThat(versions).extracting(each -> each.path("version").asInt()).containsExactly(1, 2);
        assertThat(versions).extracting(each -> each.path("head").asBoolean()).containsExactly(false, true);
        assertThat(seenBy("credit")).containsExactly(second.path("id").asLong());
        assertThat(bytes(first)).isEqualTo(Samples.pdf());
        assertThat(bytes(second.path("id").asLong())).isEqualTo(Samples.pdf("% two"));
    }

    @Test
    void replacesTheHeadOnlyAndOnlyInTheVersionThatWasRead() {
        long first = id(upload("broker", "a.pdf"));
        var tag = as("broker").get("/api/documents/" + first).header("ETag");
        share(first, false);

        var path = "/api/documents/" + first + "/versions";
        assertThat(as("broker")
                        .with("If-Match", tag)
                        .post(path, version("b.pdf", "% 2"))
                        .status())
                .isEqualTo(412);
        people.clear();
        var fresh = as("broker").get("/api/documents/" + first).header("ETag");
        assertThat(as("broker")
                        .with("If-Match", fresh)
                        .post(path, version("b.pdf", "% 2"))
                        .status())
                .isEqualTo(201);
        people.clear();
        assertThat(as("broker").post(path, version("b.pdf", "% 3")).status()).isEqualTo(409);
        assertThat(as("broker").post(path, new Form()).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "bd, broker, 201",
        "credit, client, 201",
        "admin, broker, 201",
        "client, broker, 403",
        "broker, client, 403"
    })
    void replacesOnlyWhatOneMay(String by, String of, int status) {
        long id = id(upload(of, "a.pdf"));

        assertThat(as(by).post("/api/documents/" + id + "/versions", version("b.pdf", "% 2"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void onlyTheLenderReplacesWhatTheLenderHasWritten() {
        long id = generatedBy(lending.team().member("broker").userId()).id();

        var path = "/api/documents/" + id + "/versions";
        assertThat(as("broker")
                        .get("/api/documents/" + id)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("generated");
        assertThat(as("broker").post(path, version("b.pdf", "% 2")).status()).isEqualTo(403);
        assertThat(as("bd").post(path, version("b.pdf", "% 2")).status()).isEqualTo(201);
    }

    @Test
    void aVersionHasNoOtherTypeAndNoSharingOfABroker() {
        long id = id(upload("broker", "a.pdf"));
        var path = "/api/documents/" + id + "/versions";

        assertThat(as("broker")
                        .post(path, version("b.pdf", "% 2").field("document_type", "contract"))
                        .pointers())
                .containsExactly("/document_type");
        assertThat(as("broker")
                        .post(path, version("b.pdf", "% 2").field("shared", "true"))
                        .status())
                .isEqualTo(403);
        assertThat(as("bd").post(path, version("b.pdf", "% 2").field("shared", "false"))
                        .json()
                        .path("shared")
                        .asBoolean())
                .isFalse();
    }

    @RepeatedTest(20)
    void ofTwoWhoReplaceTheSameVersionOneWins() {
        long first = id(upload("bd", "a.pdf"));
        var path = "/api/documents/" + first + "/versions";
        var bd = as("bd");
        var credit = as("credit");

        var one = CompletableFuture.supplyAsync(
                () -> bd.post(path, version("b.pdf", "% of bd")).status());
        var two = CompletableFuture.supplyAsync(
                () -> credit.post(path, version("c.pdf", "% of credit")).status());

        assertThat(List.of(one.join(), two.join())).containsExactlyInAnyOrder(201, 409);
        assertThat(documents.versions(first)).hasSize(2);
    }

    @Test
    void changesWhatIsSaidOfADocument() {
        long id = id(upload("broker", "a.pdf"));

        var changed = patch("broker", id, "{\"title\": \"Payslip of May\", \"description\": \"the last\"}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("title").asText()).isEqualTo("Payslip of May");
        assertThat(changed.header("ETag")).startsWith("\"2-");
        assertThat(patch("broker", id, "{\"description\": null}")
                        .json()
                        .path("description")
                        .isNull())
                .isTrue();
        assertThat(patch("broker", id, "{\"title\": null}").pointers()).containsExactly("/title");
        assertThat(patch(
                                "broker",
                                id,
                                "{\"title\": 5, \"shared\": \"x\", \"id\": 7, \"sha256\": \"x\", \"description\": \""
                                        + "x".repeat(2001) + "\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/title", "/shared", "/id", "/sha256", "/description");
        assertThat(patch("broker", id, "[]").status()).isEqualTo(400);
        assertThat(patch("broker", id, "{}").header("ETag")).startsWith("\"3-");
        assertThat(patch("client", id, "{\"title\": \"x\"}").status()).isEqualTo(403);
        assertThat(patch("broker", id, "{\"shared\": false}").status()).isEqualTo(403);
        assertThat(patch("broker", id, "{\"shared\": true}").status()).isEqualTo(200);
        assertThat(patch("bd", id, "{\"shared\": false}").json().path("shared").asBoolean())
                .isFalse();
        assertThat(as("bd").with("If-Match", "\"1\"")
                        .send("PATCH", "/api/documents/" + id, "{\"title\": \"x\"}", "application/json")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void findsDocuments() {
        var mark = "Mark" + UUID.randomUUID();
        long payslip = id(as("broker").post(path(), form("a.pdf").field("title", mark + " 100%")));
        var text = new Form()
                .field("document_type", "contract")
                .field("description", mark)
                .file("b.txt", "", "b".getBytes(StandardCharsets.UTF_8));
        long contract = id(as("credit").post(path(), text));

        assertThat(found("bd", "search=" + mark)).containsExactly(contract, payslip);
        assertThat(found("bd", "search=" + mark + "&sort=created_at")).containsExactly(payslip, contract);
        assertThat(found("bd", "search=" + mark + "&sort=document_type")).containsExactly(contract, payslip);
        assertThat(found("bd", "search=" + mark + "%20100%25")).containsExactly(payslip);
        assertThat(found("bd", "search=" + mark + "&document_type=contract")).containsExactly(contract);
        assertThat(found("bd", "application=" + loan.reference())).containsExactly(contract, payslip);
        assertThat(found("bd", "application=" + loan.reference() + "&search=Borrower"))
                .hasSize(2);
        assertThat(found("bd", "borrower=" + borrowerId())).containsExactly(contract, payslip);
        assertThat(found("bd", "borrower=0")).isEmpty();
        assertThat(found("bd", "application=" + loan.reference() + "&created_from=2100-01-01"))
                .isEmpty();
        assertThat(found("bd", "application=" + loan.reference() + "&created_to=2000-01-01"))
                .isEmpty();
        assertThat(found("bd", "application=" + loan.reference() + "&created_from=2000-01-01&created_to=2100-01-01"))
                .hasSize(2);
        assertThat(found("broker", "search=" + mark)).containsExactly(payslip);
        assertThat(found("client", "search=" + mark)).containsExactly(payslip);
        var page = as("bd").get("/api/documents?size=1&page=2&search=" + mark).json();
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document_type=love_letter",
                "borrower=x",
                "created_from=x",
                "size=101",
                "sort=sha256",
                "type=other"
            })
    void refusesFiltersThatItDoesNotHave(String query) {
        assertThat(as("bd").get("/api/documents?" + query).status()).isEqualTo(400);
    }

    @Test
    void aBorrowerFindsNothingByThoseWhoBorrowWithThem() {
        id(as("broker").post(path(), form("a.pdf")));
        long other = jdbc.sql(
                        "insert into borrower (data) values ('{\"first_name\": \"Secret\", \"last_name\": \"Sharer\"}') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("insert into application_borrower (reference, borrower_id, position) values (:reference, :id, 2)")
                .param("reference", loan.reference())
                .param("id", other)
                .update();

        assertThat(found("client", "borrower=" + other)).isEmpty();
        assertThat(found("client", "search=Secret%20Sharer")).isEmpty();
        assertThat(found("bd", "borrower=" + other)).hasSize(1);
        assertThat(found("bd", "search=Secret%20Sharer&application=" + loan.reference()))
                .hasSize(1);
    }

    @Test
    void givesFilesToBeSavedAndNeverShown() {
        long id = id(upload("broker", "Jahresabschluß \u5951\u7d04.pdf"));

        var answer = as("broker").download("/api/documents/" + id + "/content", BodyHandlers.ofByteArray());

        assertThat(answer.body()).isEqualTo(Samples.pdf());
        var headers = answer.headers().map();
        assertThat(headers.get("content-type")).containsExactly("application/pdf");
        assertThat(headers.get("content-length")).containsExactly(String.valueOf(Samples.pdf().length));
        assertThat(headers.get("content-disposition").get(0))
                .startsWith("attachment; ")
                .endsWith("filename*=UTF-8''Jahresabschlu%C3%9F%20%E5%A5%91%E7%B4%84.pdf");
        assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
        assertThat(headers.get("content-security-policy")).containsExactly("sandbox");
        var sha256 = documents.find(id).orElseThrow().content().sha256();
        assertThat(headers.get("etag")).containsExactly("\"" + sha256 + "\"");
        assertThat(as("broker")
                        .with("If-None-Match", "\"" + sha256 + "\"")
                        .get("/api/documents/" + id + "/content")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void givesTheSignedCopyAndOnRequestWhatWasSigned() {
        long id = id(upload("broker", "a.png", Samples.png()));
        var signed = Samples.pdf("% signed by everybody");
        documents.markSigned(id, contents.keep(new ByteArrayInputStream(signed)));

        assertThat(bytes(id)).isEqualTo(signed);
        assertThat(as("admin")
                        .download("/api/documents/" + id + "/content", BodyHandlers.ofByteArray())
                        .headers()
                        .firstValue("content-type"))
                .contains("application/pdf");
        var original =
                as("admin").download("/api/documents/" + id + "/content?original=true", BodyHandlers.ofByteArray());
        assertThat(original.body()).isEqualTo(Samples.png());
        assertThat(original.headers().firstValue("content-type")).contains("image/png");
        assertThat(as("admin").get("/api/documents/" + id).json().path("status").asText())
                .isEqualTo("signed");
        assertThat(as("admin")
                        .get("/api/documents/" + id + "/content?original=x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void neverGivesDamagedBytesForWholeOnes() {
        var random = new byte[700_000];
        new java.util.Random().nextBytes(random);
        long small = id(upload("broker", "a.pdf", Samples.pdf("% " + UUID.randomUUID())));
        long large = id(upload(
                "broker", "b.txt", java.util.HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8)));
        damage(small);
        damage(large);

        var answer = as("broker").get("/api/documents/" + small + "/content");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("status").asInt()).isEqualTo(500);
        assertThatThrownBy(
                        () -> as("broker").download("/api/documents/" + large + "/content", BodyHandlers.ofByteArray()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void tellsThoseWhoTakePartAndMaySeeIt() {
        long internal = id(upload("bd", "internal.pdf"));
        long shared = id(upload("broker", "shared.pdf"));
        id(as("bd").post("/api/documents/" + shared + "/versions", version("b.pdf", "% 2")));

        assertThat(toldOf("broker")).containsExactly("New version of a document: shared");
        assertThat(toldOf("client"))
                .containsExactlyInAnyOrder("New document: shared", "New version of a document: shared");
        assertThat(toldOf("bd")).containsExactly("New document: shared");
        var notice = as("broker")
                .get("/api/notifications?type=document_uploaded")
                .json()
                .at("/items/0");
        assertThat(notice.path("related_object_type").asText()).isEqualTo("document");
        assertThat(as("broker")
                        .get("/api/documents/"
                                + notice.path("related_object_id").asText())
                        .status())
                .isEqualTo(200);
        assertThat(internal).isPositive();
    }

    @Test
    void answersARepeatedUploadOnce() {
        var key = UUID.randomUUID().toString();
        var caller = as("broker").with("Idempotency-Key", key);

        var first = caller.post(path(), form("a.pdf", Samples.pdf("% one")));
        var again = caller.post(path(), form("a.pdf", Samples.pdf("% one")));
        var otherFile = caller.post(path(), form("a.pdf", Samples.pdf("% two")));
        var otherName = caller.post(path(), form("b.pdf"));
        var otherField = caller.post(path(), form("a.pdf").field("title", "x"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(List.of(otherFile.status(), otherName.status(), otherField.status()))
                .containsOnly(422);
        people.clear();
        assertThat(seenBy("broker")).hasSize(1);
    }

    @Test
    void aRefusedUploadLeavesItsKeyFree() {
        var caller = as("broker").with("Idempotency-Key", UUID.randomUUID().toString());

        assertThat(caller.post(path(), form("a.pdf", new byte[0])).status()).isEqualTo(422);
        assertThat(caller.post(path(), new Form().raw("--BOUNDARY\r\nnonsense")).status())
                .isEqualTo(400);
        assertThat(caller.post("/api/applications/APP-ZZZZZZZZ/documents", form("a.pdf"))
                        .status())
                .isEqualTo(404);
        assertThat(caller.post(path(), form("a.pdf")).status()).isEqualTo(201);
    }

    private String path() {
        return "/api/applications/" + loan.reference() + "/documents";
    }

    private Http as(String group) {
        return people.computeIfAbsent(group, missing -> {
            var id = group.equals("client")
                    ? clientId
                    : lending.team().member(group).userId();
            return new Http(port).bearer(members.logIn(id).access());
        });
    }

    private Answer upload(String group, String name) {
        return as(group).post(path(), form(name));
    }

    private Answer upload(String group, String name, byte[] file) {
        return as(group).post(path(), form(name, file));
    }

    private static Form form(String name) {
        return form(name, Samples.pdf());
    }

    private static Form form(String name, byte[] file) {
        return new Form().field("document_type", "payslip").file(name, "", file);
    }

    private static Form version(String name, String comment) {
        return new Form().file(name, "", Samples.pdf(comment));
    }

    private static long id(Answer uploaded) {
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        return uploaded.json().path("id").asLong();
    }

    private void share(long id, boolean shared) {
        assertThat(patch("credit", id, "{\"shared\": " + shared + "}").status()).isEqualTo(200);
    }

    private Answer patch(String group, long id, String patch) {
        return as(group).send("PATCH", "/api/documents/" + id, patch, "application/json");
    }

    private List<Long> seenBy(String group) {
        return ids(as(group).get(path()).json());
    }

    private List<Long> found(String group, String query) {
        var answer = as(group).get("/api/documents?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ids(answer.json());
    }

    private static List<Long> ids(JsonNode list) {
        var ids = new ArrayList<Long>();
        list.path("items").forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }

    private List<String> toldOf(String group) {
        return as(group)
                .get("/api/notifications?type=document_uploaded")
                .json()
                .path("items")
                .findValuesAsText("title");
    }

    private byte[] bytes(long id) {
        return as("admin")
                .download("/api/documents/" + id + "/content", BodyHandlers.ofByteArray())
                .body();
    }

    private long borrowerId() {
        return jdbc.sql("select borrower_id from application_borrower where reference = :reference")
                .param("reference", loan.reference())
                .query(Long.class)
                .single();
    }

    private Document generatedBy(String userId) {
        var kept = contents.keep(new ByteArrayInputStream(Samples.pdf("% a letter")));
        return documents.add(new NewDocument(
                loan.reference(),
                "loan_agreement",
                "Loan agreement",
                null,
                "a.pdf",
                "application/pdf",
                kept,
                true,
                false,
                userId,
                java.util.Set.of("loan_amount")));
    }

    private void damage(long id) {
        jdbc.sql("alter table content_chunk disable trigger content_chunk_is_append_only")
                .update();
        jdbc.sql("update content_chunk set bytes = set_byte(bytes, 7, 255 - get_byte(bytes, 7)) where sha256 = :sha256"
                        + " and number = (select max(number) from content_chunk where sha256 = :sha256)")
                .param("sha256", documents.find(id).orElseThrow().content().sha256())
                .update();
        jdbc.sql("alter table content_chunk enable always trigger content_chunk_is_append_only")
                .update();
    }
}
