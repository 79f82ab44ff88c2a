package io.loanflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.people.Valuers;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who and what belongs to an application, entered with it or one at a time. */
@LoanflowIT
@Tag("service")
class ApplicationPartsIT {

    private static final String COMPANY = """
            {"kind": "company", "company_name": "Zoë & Søn Pty Ltd", "abn": "51 824 753 556", "acn": "004-085-616",
             "business_type": "pty_ltd", "industry": "building", "years_in_business": 12, "is_trustee": true,
             "annual_income": 250000.50, "monthly_expenses": 9000, "email": "office@example.com",
             "registered_address": {"unit": "3", "street_number": "1", "street_name": "Bourke Street",
               "suburb": "Melbourne", "state": "VIC", "postcode": "3000", "country": "Australia"},
             "directors": [{"first_name": "Zoë", "last_name": "Ünal", "roles": ["director", "secretary"],
               "director_id": "036123456789012", "email": "zoe@example.com"},
               {"first_name": "李", "last_name": "伟"}]}""";
    private static final String GUARANTOR = """
            {"first_name": "Gus", "last_name": "Guarantor", "relationship": "parent", "income_counts": %s,
             "annual_income": 120000}""";

    private final int port;
    private final Lending lending;
    private final Http broker;
    private final Http admin;
    private final Http credit;

    @Autowired
    ApplicationPartsIT(ApplicationContext context, @LocalServerPort int port) {
        this.port = port;
        this.lending = new Lending(context);
        this.broker = as("broker");
        this.admin = as("admin");
        this.credit = as("credit");
    }

    @Test
    void saysWhoOfThoseEnteredWithAnApplicationMayBeKnownAlready() {
        var email = "twice-" + java.util.UUID.randomUUID() + "@example.com";
        var person = "{\"first_name\": \"Tw\", \"last_name\": \"Ice\", \"email\": \"" + email + "\"}";
        var first = broker.post("/api/applications", "{\"borrowers\": [" + person + "]}")
                .json();
        assertThat(first.at("/borrowers/0/possible_duplicates")).isEmpty();

        var inline = broker.post("/api/applications", "{\"borrowers\": [" + person + "]}")
                .json();
        var known = inline.at("/borrowers/0/possible_duplicates");
        assertThat(known.findValuesAsText("id"))
                .containsExactly(first.at("/borrowers/0/id").asText());
        assertThat(known.at("/0/matched_on/0").asText()).isEqualTo("email");

        var path = "/api/applications/" + inline.path("reference").asText();
        var added = broker.post(path + "/borrowers", person);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("possible_duplicates")).hasSize(2);
        assertThat(broker.get(path).json().path("borrowers").findValues("possible_duplicates"))
                .as("where nobody looked")
                .isEmpty();
        var foreign = LogIn.api(port, new Lending(lending.spring()).team().email("broker"));
        assertThat(foreign.post("/api/applications", "{\"borrowers\": [" + person + "]}")
                        .json()
                        .at("/borrowers/0/possible_duplicates"))
                .as("who is not theirs")
                .isEmpty();
    }

    @Test
    void storesACompanyWithItsDirectorsAndAddressAndReadsItBackWhole() {
        var created = broker.post(
                "/api/applications",
                "{\"borrowers\": [" + COMPANY + "], \"guarantors\": [" + GUARANTOR.formatted("true") + "]}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);

        var read = broker.get(path(created.json().path("reference").asText())).json();

        var company = read.at("/borrowers/0");
        assertThat(company.path("company_name").asText()).isEqualTo("Zoë & Søn Pty Ltd");
        assertThat(company.path("abn").asText()).isEqualTo("51824753556");
        assertThat(company.path("acn").asText()).isEqualTo("004085616");
        assertThat(company.path("is_trustee").asBoolean()).isTrue();
        assertThat(company.path("annual_income").decimalValue()).isEqualByComparingTo("250000.50");
        assertThat(company.at("/registered_address/suburb").asText()).isEqualTo("Melbourne");
        assertThat(company.at("/directors/0/roles").toString()).isEqualTo("[\"director\",\"secretary\"]");
        assertThat(company.at("/directors/1/last_name").asText()).isEqualTo("伟");
        assertThat(read.at("/guarantors/0/relationship").asText()).isEqualTo("parent");
        assertThat(read.at("/guarantors/0/id").asInt()).isPositive();
    }

    @Test
    void addsABorrowerAndTakesThemOutAgain() {
        var loan = lending.aLoan();

        var added = broker.post(path(loan) + "/borrowers", COMPANY);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("company_name").asText()).isEqualTo("Zoë & Søn Pty Ltd");
        assertThat(items(loan, "borrowers")).hasSize(2);

        var id = added.json().path("id").asInt();
        assertThat(broker.delete(path(loan) + "/borrowers/" + id).status()).isEqualTo(204);
        assertThat(items(loan, "borrowers")).hasSize(1);
        assertThat(broker.delete(path(loan) + "/borrowers/" + id).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatIsNotSaidOfALineThatIsNamedByItsId() {
        var loan = lending.aLoan();
        var id = items(loan, "borrowers").get(0).path("id").asInt();

        var patched = broker.send(
                "PATCH",
                path(loan),
                "{\"borrowers\": [{\"id\": %d, \"title\": \"Dr\", \"phone\": null}, {\"first_name\": \"New\"}],"
                                .formatted(id)
                        + " \"securities\": [{\"id\": 1, \"occupancy\": \"investment\"}]}",
                "application/json");

        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        var first = items(loan, "borrowers").get(0);
        assertThat(first.path("last_name").asText()).isEqualTo("Borrower");
        assertThat(first.path("title").asText()).isEqualTo("Dr");
        assertThat(first.hasNonNull("phone")).isFalse();
        assertThat(items(loan, "borrowers").get(1).path("first_name").asText()).isEqualTo("New");
        assertThat(items(loan, "securities").get(0).path("estimated_value").asInt())
                .isEqualTo(800_000);
    }

    @Test
    void takesSomebodyWhoIsNamedByTheirIdAsTheyAre() {
        var id = items(lending.aLoan(), "borrowers").get(0).path("id").asInt();

        var refused =
                broker.post("/api/applications", "{\"borrowers\": [{\"id\": %d, \"annual_income\": 5}]}".formatted(id));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactly("/borrowers/0");
    }

    @Test
    void addsSomebodyWhoIsKnownByTheirId() {
        var first = lending.aLoan();
        var second = lending.aLoan();
        var id = items(first, "borrowers").get(0).path("id").asInt();

        var added = broker.post(path(second) + "/borrowers", "{\"id\": " + id + "}");

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().path("last_name").asText()).isEqualTo("Borrower");
        assertThat(broker.post(path(second) + "/borrowers", "{\"id\": " + id + "}")
                        .pointers())
                .containsExactly("/id");
    }

    @Test
    void pointsIntoWhatWasSent() {
        var loan = lending.aLoan();

        var refused = broker.post(
                path(loan) + "/guarantors",
                "{\"first_name\": \"A\", \"abn\": \"51824753557\", \"relationship\": \"boss\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/abn", "/relationship", "/last_name");
        assertThat(items(loan, "guarantors")).isEmpty();
    }

    @Test
    void linksAGuarantorToOneApplicationOnly() {
        var first = lending.aLoan();
        var second = lending.aLoan();
        var id = broker.post(path(first) + "/guarantors", GUARANTOR.formatted("false"))
                .json()
                .path("id")
                .asInt();

        var refused = broker.post(path(second) + "/guarantors", "{\"id\": " + id + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asText()).isEqualTo("taken");
    }

    @Test
    void numbersSecuritiesAndUsesOfTheMoney() {
        var loan = lending.aLoan();
        assertThat(items(loan, "securities").get(0).path("id").asInt()).isEqualTo(1);

        var land = broker.post(path(loan) + "/securities", "{\"property_type\": \"land\", \"estimated_value\": 1}");
        var fees = broker.post(path(loan) + "/fund_uses", "{\"description\": \"fees\", \"amount\": 100.50}");

        assertThat(land.json().path("id").asInt()).isEqualTo(2);
        assertThat(fees.json().path("id").asInt()).isEqualTo(1);
        assertThat(broker.post(path(loan) + "/fund_uses", "{\"amount\": 0}").status())
                .isEqualTo(400);
        assertThat(broker.post(path(loan) + "/securities", "{\"id\": 77}").pointers())
                .containsExactly("/id");
        assertThat(broker.delete(path(loan) + "/securities/1").status()).isEqualTo(204);
        assertThat(items(loan, "securities").findValuesAsText("id")).containsExactly("2");
    }

    @Test
    void countsTheIncomeOfGuarantorsWhoSaySo() {
        var counted = lending.aLoan(application -> with(application, GUARANTOR.formatted("true")));
        var silent = lending.aLoan(application -> with(application, GUARANTOR.formatted("false")));

        counted.movedBy("broker", "processing");
        silent.movedBy("broker", "processing");

        assertThat(income(counted)).isEqualTo("300000");
        assertThat(income(silent)).isEqualTo("180000");
    }

    @Test
    void takesAValuationThatWasOutstanding() {
        var loan = lending.aLoan(application -> {
            application.withArray("/securities").addObject().put("property_type", "land");
            return application;
        });
        loan.movedBy("broker", "processing").waitsAt("Activity_ReviewValuation");
        var valuer = lending.spring()
                .getBean(Valuers.class)
                .add(
                        JsonNodeFactory.instance.objectNode().put("name", "Val Uer"),
                        lending.team().member("admin"));

        var refused = as("bd").put(path(loan) + "/valuation", "{\"amount\": -1, \"valuer_id\": 999999}");
        assertThat(refused.pointers()).containsExactlyInAnyOrder("/amount", "/valuer_id");
        var valued = as("bd").put(
                        path(loan) + "/valuation",
                        "{\"amount\": 900000, \"date\": \"2026-01-31\", \"valuer_id\": " + valuer.id() + "}");

        assertThat(valued.status()).as(valued.text()).isEqualTo(200);
        assertThat(valued.json().at("/valuation/valuer/name").asText()).isEqualTo("Val Uer");
        loan.waitsAt("Activity_DecideCredit");
        var runs = credit.get(path(loan) + "/assessments").json().path("items");
        assertThat(runs.get(runs.size() - 1).at("/inputs/security_value").decimalValue())
                .isEqualByComparingTo("900000");
        assertThat(broker.put(path(loan) + "/valuation", "{\"amount\": 1}").status())
                .isEqualTo(403);
    }

    @Test
    void givesAnApplicationToAnotherBroker() {
        var loan = lending.aLoan();
        var other = new Lending(lending.spring());

        assertThat(broker.put(
                                path(loan) + "/broker",
                                "{\"broker_id\": " + other.team().brokerId() + "}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.put(
                                path(loan) + "/broker",
                                "{\"broker_id\": " + other.team().brokerId() + "}")
                        .status())
                .isEqualTo(200);

        assertThat(broker.get(path(loan)).status()).isEqualTo(404);
        assertThat(LogIn.api(port, other.team().email("broker")).get(path(loan)).status())
                .isEqualTo(200);
    }

    private static ObjectNode with(ObjectNode application, String guarantor) {
        try {
            application.withArray("/guarantors").add(new ObjectMapper().readTree(guarantor));
            return application;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String income(Loan loan) {
        return credit.get(path(loan) + "/assessments")
                .json()
                .at("/items/0/inputs/annual_income")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }

    private JsonNode items(Loan loan, String list) {
        return broker.get(path(loan) + "/" + list).json().path("items");
    }

    private Http as(String group) {
        return LogIn.api(port, lending.team().email(group));
    }

    private static String path(Loan loan) {
        return path(loan.reference());
    }

    private static String path(String reference) {
        return "/api/applications/" + reference;
    }
}
