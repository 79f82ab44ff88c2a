package io.loanflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.platform.Problem;
import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Borrowers and guarantors over HTTP: what is stored, who sees them, who changes them. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class PartyApiIT {

    private static final String COMPANY = """
            {"kind": "company", "company_name": "Plough Pty Ltd", "abn": "51 824 753 556", "acn": "004085616",
             "registered_address": {"unit": "2", "street_number": "1", "street_name": "High Street",
               "suburb": "Sydney", "state": "NSW", "postcode": "2000", "country": "Australia"},
             "business_type": "pty_ltd", "industry": "farming", "years_in_business": 7, "is_trustee": true,
             "is_smsf_trustee": false, "annual_income": 120000.50, "tags": ["farm", "new"], "notes": "asks a lot",
             "directors": [{"first_name": "Di", "last_name": "Rector", "roles": ["director", "secretary"],
               "director_id": "036000000000000", "email": "di@example.com"},
               {"first_name": "Second", "last_name": "Rector"}]}
            """;

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
    void storesACompanyWithDirectorsAndAddressWhole(String parties) {
        var created = api.as("broker").post("/api/" + parties, COMPANY);

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.json().path("id").asLong();
        assertThat(created.header("Location")).isEqualTo("/api/" + parties + "/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        var read = api.as("broker").get("/api/" + parties + "/" + id).json();
        assertThat(read.at("/registered_address").toString())
                .isEqualTo(
                        "{\"unit\":\"2\",\"street_number\":\"1\",\"street_name\":\"High Street\",\"suburb\":\"Sydney\","
                                + "\"state\":\"NSW\",\"postcode\":\"2000\",\"country\":\"Australia\"}");
        assertThat(read.at("/directors/0").toString())
                .isEqualTo("{\"first_name\":\"Di\",\"last_name\":\"Rector\",\"roles\":[\"director\",\"secretary\"],"
                        + "\"director_id\":\"036000000000000\",\"email\":\"di@example.com\"}");
        assertThat(read.at("/directors/1/first_name").asText()).isEqualTo("Second");
        assertThat(read.path("annual_income").decimalValue()).isEqualByComparingTo("120000.50");
        assertThat(read.path("is_trustee").asBoolean()).isTrue();
        assertThat(read.path("tags").toString()).isEqualTo("[\"farm\",\"new\"]");
    }

    @Test
    void storesNothingButWhatIsKnownOfABorrower() {
        assertThat(api.as("bd").post("/api/borrowers", "{}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "borrowers;`{\"relationship\": \"friend\", \"income_counts\": true}`;/income_counts /relationship",
                "borrowers;`{\"id\": 7}`;/id",
                "borrowers;`{\"user_id\": \"x\", \"created_by\": \"x\", \"version\": 9, \"groups\": [\"admin\"]}`"
                        + ";/created_by /groups /user_id /version",
                "borrowers;`{\"tax_file_number\": \"*****6782\", \"bank_account\": {\"number\": \"*****\"}}`"
                        + ";/bank_account/number /tax_file_number",
                "borrowers;`{\"tax_file_number\": 123456782}`;/tax_file_number",
                "borrowers;`{\"tags\": [null], \"bank_account\": {\"bsb\": \"12\"}}`;/bank_account/bsb /tags/0",
                "borrowers;`{\"directors\": [{\"first_name\": \"Only\"}]}`;/directors/0/last_name",
                "guarantors;`{\"kind\": \"person\"}`;/first_name /last_name",
                "guarantors;`{\"kind\": \"company\"}`;/company_name",
                "guarantors;`{\"first_name\": \"A\", \"last_name\": \"B\", \"relationship\": \"dog\"}`;/relationship",
                "borrowers;`[]`;``"
            })
    void namesAllMistakesAtOnce(String parties, String body, String pointers) {
        var answer = api.as("credit").post("/api/" + parties, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.pointers().stream().sorted().toList()).isEqualTo(List.of(pointers.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"admin, 201", "credit, 201", "bd, 201", "broker, 201", "accounts, 403", "client, 403", "analyst, 403"})
    void isEnteredByThoseWhoEnterApplications(String group, int status) {
        assertThat(api.as(group).post("/api/borrowers", "{}").status()).isEqualTo(status);
        assertThat(api.as(group)
                        .post("/api/guarantors", "{\"first_name\": \"A\", \"last_name\": \"B\"}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void changesByMergePatchUnderTheVersionThatWasRead() {
        var broker = api.as("broker");
        var path = "/api/borrowers/"
                + enter(broker, "{\"first_name\": \"Ann\", \"last_name\": \"Old\", \"title\": \"Dr\"}");

        var changed = patch(broker, path, "{\"last_name\": \"New\", \"title\": null}", "\"1\"");
        var late = patch(broker, path, "{\"last_name\": \"Late\"}", "\"1\"");
        var nothing = patch(broker, path, "{\"last_name\": \"New\"}", "*");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(nothing.header("ETag")).isEqualTo("\"2\"");
        var read = broker.get(path).json();
        assertThat(read.path("last_name").asText()).isEqualTo("New");
        assertThat(read.path("first_name").asText()).isEqualTo("Ann");
        assertThat(read.path("title").isNull()).isTrue();
        assertThat(patch(broker, path, "{\"id\": 1}", "*").pointers()).containsExactly("/id");
        assertThat(patch(broker, path, "{\"user_id\": \"me\"}", "*").pointers()).containsExactly("/user_id");
        assertThat(patch(broker, path, "3", "*").status()).isEqualTo(400);
    }

    @Test
    void isSeenByThoseWhoWorkWithTheApplicationAndByNobodyElse() {
        var loan = lending.aLoan();
        var path = "/api/borrowers/" + borrowerOf(loan.reference());
        var stranger = new Api(context, new Lending(context).team());

        for (var group : List.of("admin", "credit", "broker", "bd")) {
            assertThat(api.as(group).get(path).status()).as(group).isEqualTo(200);
            assertThat(api.as(group)
                            .get(path + "/applications")
                            .json()
                            .at("/items/0/reference")
                            .asText())
                    .as(group)
                    .isEqualTo(loan.reference());
        }
        assertThat(api.as("accounts").get(path).status()).isEqualTo(404);
        for (var group : List.of("broker", "bd", "client", "accounts", "analyst")) {
            var there = stranger.as(group).get(path);
            var absent = stranger.as(group).get("/api/borrowers/999999999");
            assertThat(there.status()).as(group).isEqualTo(404);
            assertThat(there.text().replaceAll("\"instance\":\"[^\"]*\"", ""))
                    .isEqualTo(absent.text().replaceAll("\"instance\":\"[^\"]*\"", ""));
            for (var call : List.of("/assets", "/liabilities", "/financial-summary", "/applications")) {
                assertThat(stranger.as(group).get(path + call).status())
                        .as(call)
                        .isEqualTo(404);
            }
            for (var call : List.of("/assets", "/liabilities", "/sensitive", "/invitation")) {
                assertThat(stranger.as(group).post(path + call, "{}").status())
                        .as(call)
                        .isEqualTo(404);
            }
            assertThat(patch(stranger.as(group), path, "{}", "*").status()).isEqualTo(404);
            assertThat(stranger.as(group).delete(path).status()).isEqualTo(404);
        }
        loan.reaches("approved");
        assertThat(api.as("accounts").get(path).status()).isEqualTo(200);
        assertThat(patch(api.as("accounts"), path, "{}", "*").status()).isEqualTo(403);
    }

    @Test
    void listsFindsAndCountsOnlyWhatIsInSight() {
        var name = "N" + UUID.randomUUID().toString().substring(0, 8);
        var broker = api.as("broker");
        enter(broker, "{\"first_name\": \"%s\", \"email\": \"%s@example.com\"}".formatted(name, name));
        enter(broker, "{\"kind\": \"company\", \"company_name\": \"%s\", \"abn\": \"53004085616\"}".formatted(name));
        var other = new Api(context, new Lending(context).team());

        assertThat(found(broker, "search=" + name.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(2);
        assertThat(found(api.as("credit"), "search=" + name)).isEqualTo(2);
        assertThat(found(other.as("broker"), "search=" + name)).isZero();
        assertThat(found(broker, "search=" + name + "&kind=person")).isOne();
        assertThat(found(broker, "search=" + name + "&kind=company&abn=53%20004%20085%20616"))
                .isOne();
        assertThat(found(broker, "search=" + name + "&acn=004085616")).isZero();
        assertThat(found(broker, "email=" + name.toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.COM"))
                .isOne();
        assertThat(found(broker, "search=" + name + "%25")).isZero();
        var page = broker.get("/api/borrowers?search=" + name + "&sort=-name&size=1&page=2")
                .json();
        assertThat(page.path("total").asLong()).isEqualTo(2);
        assertThat(page.path("items")).hasSize(1);
        assertThat(broker.get("/api/borrowers?kind=dog").pointers()).containsExactly("/kind");
        assertThat(broker.get("/api/borrowers?size=101&sort=data").pointers()).containsExactly("/size", "/sort");
    }

    @Test
    void namesWhoMayBeTheSameAmongThoseInSight() {
        var email = UUID.randomUUID() + "@example.com";
        var tfn = number();
        var broker = api.as("broker");
        var first = enter(
                broker,
                "{\"first_name\": \"Ann\", \"last_name\": \"One\", \"email\": \"%s\", \"tax_file_number\": \"%s\"}"
                        .formatted(email, tfn));
        var stranger = new Api(context, new Lending(context).team());

        var second = broker.post(
                "/api/borrowers",
                "{\"email\": \"%s\", \"tax_file_number\": \"%s\"}"
                        .formatted(email.toUpperCase(java.util.Locale.ROOT), tfn));
        var hidden = stranger.as("broker").post("/api/borrowers", "{\"email\": \"%s\"}".formatted(email));

        assertThat(second.json().at("/possible_duplicates/0").toString())
                .isEqualTo("{\"id\":%d,\"name\":\"Ann One\",\"matched_on\":[\"email\",\"tax_file_number\"]}"
                        .formatted(first));
        assertThat(hidden.status()).isEqualTo(201);
        assertThat(hidden.json().path("possible_duplicates")).isEmpty();
        var staff = api.as("credit")
                .get("/api/borrowers/" + hidden.json().path("id").asLong());
        assertThat(staff.json().path("possible_duplicates")).hasSize(2);
    }

    /** Whoever sees a mask could else complete it by entering one number after the other. */
    @Test
    void confirmsNoTaxFileNumberThatSomebodyElseEntered() {
        var tfn = number();
        lending.handedInBy("admin", application -> {
            ((com.fasterxml.jackson.databind.node.ObjectNode) application.at("/borrowers/0"))
                    .put("tax_file_number", tfn)
                    .put("email", UUID.randomUUID() + "@example.com");
            return application;
        });

        var tried = api.as("broker").post("/api/borrowers", "{\"tax_file_number\": \"%s\"}".formatted(tfn));
        var admin = api.as("admin").post("/api/borrowers", "{\"tax_file_number\": \"%s\"}".formatted(tfn));

        assertThat(tried.json().path("possible_duplicates")).isEmpty();
        assertThat(admin.json().path("possible_duplicates")).hasSize(2);
    }

    @Test
    void deletesOnlyWhatNoApplicationUses() {
        var used = borrowerOf(lending.aLoan().reference());
        var broker = api.as("broker");
        var free = enter(broker, "{}");
        broker.post("/api/borrowers/" + free + "/assets", "{\"value\": 1}");

        var refused = broker.delete("/api/borrowers/" + used);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).contains("takes part in an application");
        assertThat(broker.delete("/api/borrowers/" + free).status()).isEqualTo(204);
        assertThat(broker.get("/api/borrowers/" + free).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"borrowers", "guarantors"})
    void addsUpWhatSomebodyOwnsOwesEarnsAndSpends(String parties) {
        var broker = api.as("broker");
        var id = enter(
                broker,
                parties,
                "{\"first_name\": \"A\", \"last_name\": \"B\", \"annual_income\": \"100000\","
                        + " \"other_annual_income\": 0.07, \"monthly_expenses\": \"3000.10\"}");
        var path = "/api/" + parties + "/" + id;

        var house = broker.post(
                path + "/assets",
                "{\"type\": \"property\", \"value\": \"800000.10\", \"amount_owing\": 1,"
                        + " \"address\": {\"street_name\": \"High Street\", \"suburb\": \"Sydney\", \"state\": \"NSW\", \"postcode\": \"2000\"}}");
        broker.post(path + "/assets", "{\"type\": \"savings\", \"value\": 0.2}");
        var debt = broker.post(
                path + "/liabilities", "{\"type\": \"car_loan\", \"amount\": 20000.3, \"monthly_payment\": 400.01}");

        assertThat(house.status()).as(house.text()).isEqualTo(201);
        assertThat(house.json().at("/address/suburb").asText()).isEqualTo("Sydney");
        assertThat(broker.get(path + "/financial-summary").text())
                .isEqualTo("{\"assets\":800000.30,\"liabilities\":20000.30,\"net_worth\":780000.00,"
                        + "\"monthly_income\":8333.34,\"monthly_expenses\":3000.10,\"monthly_payments\":400.01,"
                        + "\"disposable\":4933.23}");
        var one = path + "/liabilities/" + debt.json().path("id").asLong();
        assertThat(patch(broker, one, "{\"amount\": \"1.00\", \"lender\": \"Bank\"}", "*")
                        .json()
                        .path("lender")
                        .asText())
                .isEqualTo("Bank");
        assertThat(patch(broker, one, "{\"id\": 99999999}", "*").pointers()).containsExactly("/id");
        assertThat(broker.delete(one).status()).isEqualTo(204);
        assertThat(broker.delete(one).status()).isEqualTo(404);
        assertThat(broker.get(path + "/liabilities").json().path("total").asLong())
                .isZero();
        assertThat(broker.get(path + "/assets?size=1").json().path("total").asLong())
                .isEqualTo(2);
        assertThat(broker.post(path + "/assets", "{\"value\": -1, \"type\": \"boat\", \"id\": 3}")
                        .pointers())
                .containsExactlyInAnyOrder("/value", "/type", "/id");
        var asset = "/assets/" + house.json().path("id").asLong();
        var elsewhere =
                "/api/" + parties + "/" + enter(broker, parties, "{\"first_name\": \"C\", \"last_name\": \"D\"}");
        assertThat(broker.delete(elsewhere + asset).status()).isEqualTo(404);
        assertThat(patch(broker, elsewhere + asset, "{\"value\": 0}", "*").status())
                .isEqualTo(404);
        assertThat(broker.delete(path + asset).status()).isEqualTo(204);
    }

    @Test
    void ofTwoWhoChangeTheSameVersionAtOnceOneIsTold() throws Exception {
        var path = "/api/borrowers/" + enter(api.as("broker"), "{}");
        List<Callable<Integer>> both = java.util.stream.Stream.of("One", "Two")
                .map(name -> (Callable<Integer>)
                        () -> patch(api.as("broker"), path, "{\"last_name\": \"" + name + "\"}", "\"1\"")
                                .status())
                .toList();
        var pool = Executors.newFixedThreadPool(2);
        try {
            assertThat(pool.invokeAll(both)).extracting(Future::get).containsExactlyInAnyOrder(200, 412);
        } finally {
            pool.shutdown();
        }
        assertThat(api.as("broker").get(path).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aListenerThatObjectsKeepsEverythingAsItIs() {
        var broker = api.as("broker");
        var id = enter(broker, "{\"last_name\": \"Old\"}");
        var path = "/api/borrowers/" + id;
        var told = new CopyOnWriteArrayList<PartyChanged>();
        ApplicationListener<ApplicationEvent> objector = event -> {
            if (event instanceof PayloadApplicationEvent<?> news
                    && news.getPayload() instanceof PartyChanging changing
                    && changing.change().id() == id) {
                told.add(changing.change());
                throw Problem.conflict("Not now.", Map.of());
            }
        };
        var events = (ConfigurableApplicationContext) context;
        events.addApplicationListener(objector);
        try {
            assertThat(patch(broker, path, "{\"last_name\": \"New\", \"tax_file_number\": \"123456782\"}", "*")
                            .status())
                    .isEqualTo(409);
            assertThat(broker.post(path + "/liabilities", "{\"amount\": 1}").status())
                    .isEqualTo(409);
        } finally {
            events.removeApplicationListener(objector);
        }

        assertThat(told)
                .extracting(PartyChanged::fields)
                .containsExactly(Set.of("last_name", "tax_file_number"), Set.of("liabilities"));
        assertThat(broker.get(path).json().path("last_name").asText()).isEqualTo("Old");
        assertThat(broker.get(path + "/liabilities").json().path("total").asLong())
                .isZero();
    }

    @Test
    void hostileQuestionsGetAnswers() {
        var broker = api.as("broker");
        for (var query :
                List.of("search=%00", "email=%00", "abn=%00", "acn=%27%20or%201=1", "search=" + "x".repeat(2000))) {
            assertThat(broker.get("/api/borrowers?" + query).status()).as(query).isIn(200, 400);
        }
        for (var id : List.of("0", "-1", "99999999999999999999", "x", "%00")) {
            assertThat(broker.get("/api/borrowers/" + id).status()).as(id).isIn(400, 404);
        }
        assertThat(broker.post("/api/borrowers", "{\"notes\": \"" + "x".repeat(5001) + "\"}")
                        .pointers())
                .containsExactly("/notes");
    }

    private long enter(Http caller, String body) {
        return enter(caller, "borrowers", body);
    }

    private static long enter(Http caller, String parties, String body) {
        var answer = caller.post("/api/" + parties, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    private static Http.Answer patch(Http caller, String path, String body, String version) {
        return caller.with("If-Match", version).send("PATCH", path, body, "application/json");
    }

    private static long found(Http caller, String query) {
        return caller.get("/api/borrowers?" + query).json().path("total").asLong();
    }

    private long borrowerOf(String reference) {
        JsonNode application =
                api.as("admin").get("/api/applications/" + reference).json();
        return application.at("/borrowers/0/id").asLong();
    }

    /** A tax file number that nobody has and whose check digit is right. */
    static String number() {
        var weights = new int[] {1, 4, 3, 7, 5, 8, 6, 9, 10};
        while (true) {
            var digits = Long.toString(100_000_000L + (long) (Math.random() * 899_999_999L));
            int sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * (digits.charAt(i) - '0');
            }
            if (sum % 11 == 0) {
                return digits;
            }
        }
    }
}
