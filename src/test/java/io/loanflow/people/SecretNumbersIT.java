package io.loanflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.platform.secrets.Secrets;
import io.loanflow.platform.secrets.TestSecrets;
import io.loanflow.testing.Api;
import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** Tax file and account numbers: where they are, who gets them, and where they are not. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
@Tag("service")
class SecretNumbersIT {

    private static final String ACCOUNT = "83" + (10_000_000 + (int) (Math.random() * 89_999_999));
    private static final String START = "/engine-rest/process-definition/key/loanOrigination/start";

    private Lending lending;
    private Api api;

    @Autowired
    ApplicationContext context;

    @BeforeAll
    void gather() {
        lending = new Lending(context);
        api = new Api(context, lending.team());
    }

    @ParameterizedTest
    @ValueSource(strings = {"borrowers", "guarantors"})
    void areMaskedInEveryAnswerAndRevealedToTheFew(String parties) {
        var tfn = PartyApiIT.number();
        var broker = api.as("broker");
        var created = broker.post("/api/" + parties, party(tfn));
        var path = "/api/" + parties + "/" + created.json().path("id").asLong();

        assertThat(created.json().path("tax_file_number").asText()).isEqualTo("*****" + tfn.substring(5));
        assertThat(created.json().at("/bank_account/number").asText()).isEqualTo("*****" + ACCOUNT.substring(6));
        for (var answer : List.of(
                created,
                broker.get(path),
                broker.get("/api/" + parties),
                api.as("admin").get(path))) {
            assertThat(answer.text()).doesNotContain(tfn, ACCOUNT);
        }
        var revealed = api.as("admin").post(path + "/sensitive", "");
        assertThat(revealed.status()).isEqualTo(200);
        assertThat(revealed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(revealed.json().path("tax_file_number").asText()).isEqualTo(tfn);
        assertThat(revealed.json().at("/bank_account/number").asText()).isEqualTo(ACCOUNT);
        var recorded = api.as("admin")
                .get("/api/audit?action=secrets_revealed&subject_id="
                        + created.json().path("id").asLong())
                .json();
        assertThat(recorded.at("/items/0/subject_type").asText() + "s").isEqualTo(parties);
        assertThat(recorded.toString())
                .contains(lending.team().member("admin").userId())
                .doesNotContain(tfn, ACCOUNT);
        for (var group : List.of("broker", "credit")) {
            assertThat(api.as(group).post(path + "/sensitive", "").status())
                    .as(group)
                    .isEqualTo(403);
        }
        for (var group : List.of("accounts", "bd", "client", "analyst")) {
            assertThat(api.as(group).post(path + "/sensitive", "").status())
                    .as(group)
                    .isEqualTo(404);
        }
    }

    @Test
    void areRevealedToAccountsOnceTheySeeTheApplication() {
        var loan = lending.aLoan().reaches("approved");
        var borrower = api.as("admin")
                .get("/api/applications/" + loan.reference())
                .json()
                .at("/borrowers/0/id");

        assertThat(api.as("accounts")
                        .post("/api/borrowers/" + borrower.asLong() + "/sensitive", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMaskSentBackLeavesTheNumberAndAnyOtherIsRefused() {
        var tfn = PartyApiIT.number();
        var broker = api.as("broker");
        var path = "/api/borrowers/"
                + broker.post("/api/borrowers", party(tfn)).json().path("id").asLong();
        var mask = "*****" + tfn.substring(5);

        assertThat(patch(
                                broker,
                                path,
                                "{\"first_name\": \"New\", \"tax_file_number\": \"" + mask
                                        + "\", \"bank_account\": {\"number\": \"*****" + ACCOUNT.substring(6) + "\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(revealed(path)).contains(tfn, ACCOUNT);
        assertThat(patch(broker, path, "{\"tax_file_number\": \"*****0000\"}").pointers())
                .containsExactly("/tax_file_number");
        assertThat(patch(broker, path, "{\"tax_file_number\": \"*****\"}").status())
                .isEqualTo(400);

        var other = PartyApiIT.number();
        patch(broker, path, "{\"tax_file_number\": \"" + other + "\", \"bank_account\": null}");
        assertThat(revealed(path)).contains(other).doesNotContain(tfn, ACCOUNT);
        patch(broker, path, "{\"tax_file_number\": null}");
        assertThat(api.as("admin").get(path).json().path("tax_file_number").isNull())
                .isTrue();
    }

    @Test
    void anApplicationReadAndSentBackKeepsThemAndAnotherNumberWithTheSameMaskIsAChange() {
        var tfn = "123456782";
        var same = sameMask(tfn);
        var reference = api.as("broker")
                .post("/api/applications", application(tfn).toString())
                .json()
                .path("reference")
                .asText();
        var path = "/api/applications/" + reference;
        var read = (ObjectNode) api.as("broker").get(path).json();
        var borrower = "/api/borrowers/" + read.at("/borrowers/0/id").asLong();

        assertThat(read.at("/borrowers/0/tax_file_number").asText()).isEqualTo("*****6782");
        var back = "{\"borrowers\": " + trimmed(read) + "}";
        assertThat(patch(api.as("broker"), path, back).text()).contains("*****6782");
        assertThat(revealed(borrower)).contains(tfn);

        var changed = patch(api.as("broker"), path, back.replace("*****6782", same));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(revealed(borrower)).contains(same);
    }

    @Test
    void standNowhereInTheDatabaseNorInTheLogHoweverTheyCame(CapturedOutput output) {
        var tfn = PartyApiIT.number();
        var key = UUID.randomUUID().toString();
        var broker = api.as("broker");
        broker.with("Idempotency-Key", key)
                .post("/api/applications", application(tfn).toString());
        var party = broker.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/borrowers", party(tfn));
        var path = "/api/borrowers/" + party.json().path("id").asLong();
        var plain = api.as("broker")
                .post(START, variables(Map.of("application", application(tfn).toString())));
        var flat = api.as("broker").post(START, variables(Map.of("borrower_tax_file_number", tfn)));
        var wrong = application(tfn);
        wrong.put("loan_amount", -1);
        var refused = api.as("broker").post(START, variables(Map.of("application", wrong.toString())));
        var revealed = api.as("admin").with("Idempotency-Key", key).post(path + "/sensitive", "");
        patch(api.as("broker"), path, "{\"tax_file_number\": \"" + tfn + "\"}");

        assertThat(List.of(plain.status(), flat.status(), refused.status(), revealed.status()))
                .containsExactly(200, 400, 400, 200);
        assertThat(flat.text() + refused.text()).doesNotContain(tfn);
        assertThat(placesOf(tfn)).isEmpty();
        assertThat(placesOf(ACCOUNT)).isEmpty();
        assertThat(placesOf("*****" + tfn.substring(5)))
                .as("the search finds what is there")
                .contains("idempotent_call");
        assertThat(output.getAll()).doesNotContain(tfn, ACCOUNT);
    }

    @Test
    void aRevealedAnswerIsNotKeptForAKeyThatComesAgain() {
        var path = "/api/borrowers/"
                + api.as("broker")
                        .post("/api/borrowers", party(PartyApiIT.number()))
                        .json()
                        .path("id")
                        .asLong();
        var admin = api.as("admin").with("Idempotency-Key", UUID.randomUUID().toString());

        admin.post(path + "/sensitive", "");
        var again = admin.post(path + "/sensitive", "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void areSealedAnewWhenAnotherKeyIsActive() {
        var tfn = PartyApiIT.number();
        var path = "/api/borrowers/"
                + api.as("broker")
                        .post("/api/borrowers", party(tfn))
                        .json()
                        .path("id")
                        .asLong();
        var keys = Map.of("test", FirstLogin.KEY, "next", "bmV4dCBzZWFscyB3aXRoIHRoaXMga2V5LCAzMiBieXQ=");
        try {
            assertThat(sealAnew(TestSecrets.with(keys, "next"))).isPositive();

            assertThat(sealedWith("v1:test:")).isZero();
            assertThat(sealedWith("v1:next:")).isPositive();
            assertThat(sealAnew(TestSecrets.with(keys, "next"))).isZero();
        } finally {
            sealAnew(TestSecrets.with(keys, "test"));
        }
        assertThat(sealedWith("v1:next:")).isZero();
        assertThat(revealed(path)).contains(tfn, ACCOUNT);
        var again = api.as("admin").post("/api/borrowers", party(tfn)).json();
        assertThat(again.path("possible_duplicates").toString()).contains("tax_file_number");
    }

    private int sealAnew(Secrets secrets) {
        var parties = new ResealedParties(lending.database(), secrets);
        int all = 0;
        for (int some = parties.sealSomeAnew(); some > 0; some = parties.sealSomeAnew()) {
            all += some;
        }
        return all;
    }

    private long sealedWith(String prefix) {
        return lending.database()
                .sql("select count(*) from borrower where starts_with(tax_file_number, :prefix)"
                        + " or starts_with(account_number, :prefix)")
                .param("prefix", prefix)
                .query(Long.class)
                .single();
    }

    /** Every table of the database that holds the text in any column, as text or as bytes. */
    private List<String> placesOf(String text) {
        return lending
                .database()
                .sql("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> holds(table, text))
                .toList();
    }

    private boolean holds(String table, String text) {
        return lending.database()
                .sql("select exists (select 1 from " + table + " t where position(:text in t::text) > 0"
                        + " or position(:bytes in t::text) > 0)")
                .param("text", text)
                .param("bytes", HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                .query(Boolean.class)
                .single();
    }

    private String revealed(String path) {
        return api.as("admin").post(path + "/sensitive", "").text();
    }

    private static String party(String tfn) {
        return "{\"first_name\": \"Ann\", \"last_name\": \"Secret\", \"tax_file_number\": \"" + tfn
                + "\", \"bank_account\": {\"bank\": \"Bank\", \"name\": \"Ann\", \"bsb\": \"062-000\", \"number\": \""
                + ACCOUNT + "\"}}";
    }

    private static ObjectNode application(String tfn) {
        var application = Lending.complete();
        ((ObjectNode) application.at("/borrowers/0"))
                .put("tax_file_number", tfn)
                .putObject("bank_account")
                .put("number", ACCOUNT);
        return application;
    }

    /** The borrowers of an application as they were read, without what is null. */
    private static String trimmed(ObjectNode application) {
        return application
                .path("borrowers")
                .toString()
                .replaceAll("\"\\w+\":null,?", "")
                .replace(",}", "}");
    }

    /** Another valid number with the same last four digits. */
    private static String sameMask(String tfn) {
        while (true) {
            var number = PartyApiIT.number();
            if (number.endsWith(tfn.substring(5)) && !number.equals(tfn)) {
                return number;
            }
        }
    }

    private static String variables(Map<String, String> values) {
        var json = new com.fasterxml.jackson.databind.json.JsonMapper().createObjectNode();
        var variables = json.putObject("variables");
        values.forEach((name, value) -> variables.putObject(name).put("value", value));
        return json.toString();
    }

    private static Http.Answer patch(Http caller, String path, String body) {
        return caller.send("PATCH", path, body, "application/json");
    }
}
