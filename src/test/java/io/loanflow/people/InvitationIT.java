package io.loanflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Api;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.Members;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** How a borrower and a log-in find each other. */
@LoanflowIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class InvitationIT {

    private Lending lending;
    private Api api;
    private Members members;
    private String reference = "";
    private String path = "";

    @Autowired
    ApplicationContext context;

    @BeforeAll
    void gather() {
        lending = new Lending(context);
        api = new Api(context, lending.team());
        members = new Members(context);
    }

    @BeforeEach
    void makeALoan() {
        reference = lending.aLoan().reference();
        path = "/api/borrowers/"
                + api.as("admin")
                        .get("/api/applications/" + reference)
                        .json()
                        .at("/borrowers/0/id")
                        .asLong();
    }

    @Test
    void linksWhoeverHasTheMailAndIsLoggedInOnce() {
        var client = client();
        assertThat(client.get(path).status()).isEqualTo(404);
        var invited = invitation("broker", "{}");

        var linked = client.post("/api/invitations/" + invited.token(), "");

        assertThat(linked.status()).as(linked.text()).isEqualTo(200);
        assertThat(linked.json().path("has_login").asBoolean()).isTrue();
        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get("/api/applications/" + reference).status()).isEqualTo(200);
        assertThat(client.get(path + "/applications")
                        .json()
                        .at("/items/0/reference")
                        .asText())
                .isEqualTo(reference);
        assertThat(client.get("/api/borrowers").json().path("total").asLong()).isOne();
        assertThat(client.send("PATCH", path, "{\"first_name\": \"Me\"}", "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(client.delete(path).status()).isEqualTo(409);
        assertThat(client.post(path + "/sensitive", "").status()).isEqualTo(403);
        assertThat(client.post(path + "/invitation", "{}").status()).isEqualTo(409);

        var again = client().post("/api/invitations/" + invited.token(), "");
        var unknown = client().post("/api/invitations/unknown", "");
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text().replaceAll("\"instance\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.text().replaceAll("\"instance\":\"[^\"]*\"", ""));
    }

    @Test
    void aClientSeesNeitherWhatIsNotedAboutThemNorTheOthersWhoBorrow() {
        var broker = api.as("broker");
        broker.send(
                "PATCH",
                path,
                "{\"notes\": \"difficult\", \"tags\": [\"vip\"], \"referral_source\": \"a friend\"}",
                "application/json");
        var borrower = path.substring(path.lastIndexOf('/') + 1);
        broker.send(
                "PATCH",
                "/api/applications/" + reference,
                "{\"borrowers\": [{\"id\": " + borrower + ", \"first_name\": \"Ann\"}, {\"first_name\": \"Other\"}]}",
                "application/json");
        var other = broker.get("/api/applications/" + reference)
                .json()
                .at("/borrowers/1/id")
                .asLong();
        broker.send(
                "PATCH",
                path,
                "{\"notes\": \"difficult\", \"tags\": [\"vip\"], \"referral_source\": \"a friend\"}",
                "application/json");
        var client = client();
        client.post(
                "/api/invitations/"
                        + invitation("bd", "{\"email\": \"a@example.com\"}").token(),
                "");

        assertThat(broker.get(path).text()).contains("difficult");
        for (var call : List.of(path, "/api/borrowers", "/api/applications/" + reference)) {
            assertThat(client.get(call).status()).as(call).isEqualTo(200);
            assertThat(client.get(call).text()).as(call).doesNotContain("difficult", "vip", "a friend", "possible_dup");
        }
        assertThat(client.get("/api/borrowers/" + other).status()).isEqualTo(404);
        assertThat(client.get("/api/borrowers").json().path("total").asLong()).isOne();
    }

    @Test
    void onlyTheLatestCountsAndOnlyForSevenDays() {
        var first = invitation("admin", "{}");
        var second = invitation("credit", "{}");
        assertThat(client().post("/api/invitations/" + first.token(), "").status())
                .isEqualTo(404);

        lending.database()
                .sql("update borrower_invitation set expires_at = now() where borrower_id = ?")
                .param(Long.valueOf(path.substring(path.lastIndexOf('/') + 1)))
                .update();
        assertThat(client().post("/api/invitations/" + second.token(), "").status())
                .isEqualTo(404);
    }

    @Test
    void keepsTheTokenOutOfAnswersAndOfTheDatabase() {
        var invited = invitation("broker", "{}");

        assertThat(invited.answer().text())
                .contains("ann@example.com", "expires_at")
                .doesNotContain(invited.token());
        assertThat(invited.event()).asString().doesNotContain(invited.token());
        assertThat(lending.database()
                        .sql("select count(*) from borrower_invitation where hash = :token")
                        .param("token", invited.token())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void goesOnlyToAnAddressAndOnlyFromThoseWhoWorkWithTheBorrower() {
        var nobody =
                api.as("broker").post("/api/borrowers", "{}").json().path("id").asLong();

        assertThat(api.as("broker")
                        .post("/api/borrowers/" + nobody + "/invitation", "{}")
                        .pointers())
                .containsExactly("/email");
        assertThat(api.as("broker")
                        .post(path + "/invitation", "{\"email\": \"no\", \"token\": \"x\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/email", "/token");
        assertThat(api.as("accounts").post(path + "/invitation", "{}").status()).isEqualTo(404);
    }

    @Test
    void needsNoBodyAndSaysWhatIsNotThereBeforeWhatIsWrongWithIt() {
        var invited = api.as("broker").post(path + "/invitation", "");
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        assertThat(invited.json().path("email").asText()).isEqualTo("ann@example.com");

        for (var body : List.of("", "[]", "{\"email\": 5}")) {
            assertThat(api.as("broker")
                            .post("/api/borrowers/999999999/invitation", body)
                            .status())
                    .as(body)
                    .isEqualTo(404);
            assertThat(client().post(path + "/invitation", body).status())
                    .as(body)
                    .isEqualTo(404);
        }
        assertThat(api.as("broker").post(path + "/invitation", "[]").pointers()).containsExactly("");
    }

    @Test
    void isRecordedWithTheAddressThatTheLinkWentTo() {
        api.as("credit").post(path + "/invitation", "{\"email\": \"else@example.com\"}");

        var entries = api.as("admin")
                .get("/api/audit?action=borrower_invited&subject_id=" + path.substring(path.lastIndexOf('/') + 1));
        assertThat(entries.json().at("/items/0/details/email").asText()).isEqualTo("else@example.com");
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneIsLinked() throws Exception {
        var token = invitation("broker", "{}").token();
        List<Callable<Integer>> both = List.of(client(), client()).stream()
                .map(client -> (Callable<Integer>)
                        () -> client.post("/api/invitations/" + token, "").status())
                .toList();
        var pool = Executors.newFixedThreadPool(2);
        try {
            assertThat(pool.invokeAll(both))
                    .extracting(java.util.concurrent.Future::get)
                    .containsExactlyInAnyOrder(200, 404);
        } finally {
            pool.shutdown();
        }
    }

    private Http client() {
        return api.anonymous().bearer(members.in("client").access());
    }

    private record Invited(Http.Answer answer, BorrowerInvited event, String token) {}

    /** Invites the borrower and reads the mail. */
    private Invited invitation(String group, String body) {
        var mails = new java.util.concurrent.CopyOnWriteArrayList<BorrowerInvited>();
        ApplicationListener<ApplicationEvent> postman = event -> {
            if (event instanceof PayloadApplicationEvent<?> told
                    && told.getPayload() instanceof BorrowerInvited invited) {
                mails.add(invited);
            }
        };
        var events = (ConfigurableApplicationContext) context;
        events.addApplicationListener(postman);
        try {
            var answer = api.as(group).post(path + "/invitation", body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            var link = mails.get(0).link();
            return new Invited(answer, mails.get(0), link.substring(link.lastIndexOf('#') + 1));
        } finally {
            events.removeApplicationListener(postman);
        }
    }
}
