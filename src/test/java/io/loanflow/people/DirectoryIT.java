package io.loanflow.people;

import static io.loanflow.people.Directories.GROUPS;
import static io.loanflow.people.Directories.id;
import static io.loanflow.people.Directories.patch;
import static io.loanflow.people.Directories.withoutInstance;
import static io.loanflow.people.Directories.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.LoanflowIT;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The directories, each called by somebody of each group. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class DirectoryIT {

    private static final String ADDRESS = "{\"street_number\": \"1\", \"street_name\": \"George Street\","
            + " \"suburb\": \"Sydney\", \"state\": \"NSW\", \"postcode\": \"2000\"}";

    private final Directories directories;

    @Autowired
    DirectoryIT(ApplicationContext context) {
        this.directories = new Directories(context);
    }

    static Stream<Arguments> all() {
        var expert =
                "{\"name\": \"%s\", \"company\": \"Worth\", \"email\": \"a@example.com\", \"phone\": \"0298765432\","
                        + " \"address\": " + ADDRESS + "}";
        var everything = Set.of("admin");
        var experts = Set.of("admin", "credit", "bd");
        return Stream.of(
                Arguments.of(
                        "branches",
                        "{\"name\": \"%s\", \"phone\": \"0298765432\", \"email\": \"a@example.com\", \"address\": "
                                + ADDRESS + "}",
                        everything),
                Arguments.of(
                        "bdms",
                        "{\"name\": \"%s\", \"phone\": \"0298765432\", \"email\": \"a@example.com\"}",
                        everything),
                Arguments.of(
                        "brokers",
                        "{\"first_name\": \"Bea\", \"last_name\": \"%s\", \"company\": \"Worth\","
                                + " \"email\": \"a@example.com\", \"phone\": \"0298765432\"}",
                        everything),
                Arguments.of("valuers", expert, experts),
                Arguments.of("quantity-surveyors", expert, experts));
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsWhatIsEntered(String directory, String entry, Set<String> writers) {
        var admin = directories.as("admin");
        var name = word();
        var created = admin.post("/api/" + directory, entry.formatted(name));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        var path = created.header("Location");
        assertThat(path)
                .isEqualTo("/api/" + directory + "/" + created.json().path("id").asLong());
        var read = admin.get(path);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.json().path("email").asText()).isEqualTo("a@example.com");
        assertThat(read.json().path("phone").asText()).isEqualTo("+61298765432");
        if (entry.contains("address")) {
            assertThat(read.json().at("/address/suburb").asText()).isEqualTo("Sydney");
        }
        var changed = patch(admin.with("If-Match", "\"1\""), path, "{\"email\": null}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().path("email").isNull()).isTrue();
        assertThat(changed.text()).contains(name);
        assertThat(patch(admin, path, "{\"email\": \"b@example.com\"}").status())
                .isEqualTo(412);
        assertThat(admin.delete(path).status()).isEqualTo(412);

        var later = directories.as("admin");
        assertThat(patch(later, path, "{}").header("ETag")).isEqualTo("\"2\"");
        assertThat(later.delete(path).status()).isEqualTo(204);
        assertThat(later.get(path).status()).isEqualTo(404);
        assertThat(later.delete(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadByTheLendersPeopleAndWrittenByFewer(String directory, String entry, Set<String> writers) {
        var name = word();
        var path = directories.make(directory, entry.formatted(name));
        var absent = "/api/" + directory + "/999999999";

        for (var group : GROUPS) {
            var caller = directories.as(group);
            boolean reads = Set.of("admin", "credit", "accounts", "bd").contains(group);
            boolean writes = writers.contains(group);
            var list = caller.get("/api/" + directory + "?search=" + name).json();
            assertThat(list.path("total").asInt()).as(group).isEqualTo(reads ? 1 : 0);
            assertThat(list.path("items")).as(group).hasSize(reads ? 1 : 0);
            assertThat(caller.get(path).status()).as(group).isEqualTo(reads ? 200 : 404);
            int refused = reads ? 403 : 404;
            assertThat(patch(caller, path, "{\"phone\": \"0398765432\"}").status())
                    .as(group)
                    .isEqualTo(writes ? 200 : refused);
            if (!writes) {
                assertThat(caller.delete(path).status()).as(group).isEqualTo(refused);
            }
            if (!reads) {
                assertThat(withoutInstance(caller.get(path))).isEqualTo(withoutInstance(caller.get(absent)));
            }
            assertThat(caller.get(absent).status()).isEqualTo(404);
            assertThat(patch(caller, absent, "{}").status()).isEqualTo(404);
            assertThat(caller.post("/api/" + directory, entry.formatted(word())).status())
                    .as(group)
                    .isEqualTo(writes ? 201 : 403);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void ofTwoChangesOfOneVersionOneWins(String directory, String entry, Set<String> writers) throws Exception {
        var path = directories.make(directory, entry.formatted(word()));
        Callable<Integer> change =
                () -> patch(directories.as("admin").with("If-Match", "\"1\""), path, "{\"phone\": \"0398765432\"}")
                        .status();

        var pool = Executors.newFixedThreadPool(2);
        try {
            var statuses = new java.util.ArrayList<Integer>();
            for (var one : pool.invokeAll(List.of(change, change))) {
                statuses.add(one.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        } finally {
            pool.shutdown();
        }
        assertThat(directories.as("admin").get(path).json().path("version").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesEveryMistakeAtOnce(String directory, String entry, Set<String> writers) {
        var wrong = "{\"id\": 7, \"version\": 9, \"email\": \"nobody\", \"phone\": 12, \"groups\": [\"admin\"],"
                + " \"company\": \"" + "x".repeat(201) + "\", \"name\": \" \", \"last_name\": \"\"}";
        var answer = directories.as("admin").post("/api/" + directory, wrong);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).contains("/id", "/version", "/email", "/phone", "/groups");
        assertThat(answer.pointers()).containsAnyOf("/name", "/last_name");
        var path = directories.make(directory, entry.formatted(word()));
        for (var body : List.of("[]", "null", "3", "{\"id\": 8}", "{\"created_at\": \"2020-01-01\"}")) {
            assertThat(patch(directories.as("admin"), path, body).status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void listsByPagesOrderAndFilters(String directory, String entry, Set<String> writers) {
        var word = word();
        var last = directories.make(directory, entry.formatted(word + "b"));
        var first = directories.make(directory, entry.formatted(word + "A"));
        var caller = directories.as("credit");
        var path = "/api/" + directory + "?search=" + word;

        assertThat(ids(caller.get(path).json())).containsExactly(id(first), id(last));
        assertThat(ids(caller.get(path + "&sort=-id").json())).containsExactly(id(first), id(last));
        assertThat(ids(caller.get(path + "&sort=created_at").json())).containsExactly(id(last), id(first));
        var page = caller.get(path + "&page=2&size=1").json();
        assertThat(ids(page)).containsExactly(id(last));
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(ids(caller.get(path + "&email=A@Example.com").json())).hasSize(2);
        assertThat(ids(caller.get(path + "&email=other@example.com").json())).isEmpty();
        assertThat(ids(caller.get("/api/" + directory + "?search=%25" + word).json()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"branches", "bdms", "brokers", "valuers", "quantity-surveyors"})
    void refusesListParametersThatMakeNoSense(String directory) {
        for (var query : List.of("size=101", "page=0", "sort=user_id;drop", "search=a%00b", "email=%00")) {
            var answer = directories.as("admin").get("/api/" + directory + "?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.pointers()).containsExactly("/" + query.substring(0, query.indexOf('=')));
        }
        assertThat(directories.as("admin").get("/api/" + directory + "/x").status())
                .isEqualTo(400);
        assertThat(directories.as("admin").get("/api/" + directory + "/-1").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"bdms, branch_id", "brokers, branch_id", "brokers, bdm_id"})
    void filtersByWhatAnEntryRefersTo(String directory, String filter) {
        var branch = directories.branch();
        var bdm = directories.bdm(", \"branch_id\": " + id(branch));
        var broker = directories.broker(", \"branch_id\": " + id(branch) + ", \"bdm_ids\": [" + id(bdm) + "]");
        var wanted = filter.equals("bdm_id") ? bdm : branch;

        assertThat(ids(directories
                        .as("bd")
                        .get("/api/" + directory + "?" + filter + "=" + id(wanted))
                        .json()))
                .containsExactly(id(directory.equals("bdms") ? bdm : broker));
    }

    @Test
    void whatIsInUseStays() {
        var admin = directories.as("admin");
        var branch = directories.branch();
        var bdm = directories.bdm(", \"branch_id\": " + id(branch));
        var broker = directories.broker(", \"branch_id\": " + id(branch) + ", \"bdm_ids\": [" + id(bdm) + "]");
        var loan = directories.lending.handedInBy(
                "admin", one -> one.put("broker_id", id(broker)).put("bdm_id", id(bdm)));

        var refused = admin.delete(branch);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/references/broker").asInt()).isEqualTo(1);
        assertThat(refused.json().at("/references/BDM").asInt()).isEqualTo(1);
        assertThat(refused.json().path("detail").asText()).contains("in use: 1 BDM, 1 broker.");
        assertThat(admin.delete(bdm).json().at("/references/application").asInt())
                .isEqualTo(1);
        assertThat(admin.delete(bdm).json().at("/references/broker").asInt()).isEqualTo(1);
        assertThat(admin.delete(broker).json().path("references").properties()).hasSize(1);
        assertThat(admin.delete(broker).status()).isEqualTo(409);
        assertThat(admin.get(broker).json().at("/bdms/0/id").asInt()).isEqualTo(id(bdm));
        assertThat(loan.reference()).isNotBlank();

        var free = directories.broker(", \"branch_id\": " + id(branch) + ", \"bdm_ids\": [" + id(bdm) + "]");
        assertThat(admin.delete(free).status()).isEqualTo(204);
    }

    private static List<Integer> ids(JsonNode page) {
        return page.path("items").findValues("id").isEmpty()
                ? List.of()
                : Stream.of(page.path("items"))
                        .flatMap(items -> items.valueStream())
                        .map(item -> item.path("id").asInt())
                        .toList();
    }
}
