package io.loanflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.identity.Accounts;
import io.loanflow.identity.AuditTrail;
import io.loanflow.people.BorrowerInvited;
import io.loanflow.platform.DatabaseServer;
import io.loanflow.platform.Problem;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.MailServer;
import io.loanflow.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LoanflowIT
@Tag("service")
class MailIT {

    @LocalServerPort
    int port;

    @Autowired
    AuditTrail audit;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext context;

    @Autowired
    Mailing mailing;

    @Autowired
    Mails mails;

    @Autowired
    MailDeliveries deliveries;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Http admin;
    String recipient;

    @BeforeEach
    void makePeople() {
        admin = LogIn.api(port, People.someone(accounts, "admin").email());
        recipient = "Mail." + UUID.randomUUID() + "@loanflow.example";
    }

    @Test
    void sendsWhatIsPostedAndForgetsItsSecret() {
        mailing.post(new Letter(recipient, "Grüße", "the secret is 42", true));

        assertThat(MailServer.awaitTo(recipient)).containsExactly("the secret is 42");
        var sent = await(mail -> mail.path("status").asText().equals("sent"));
        assertThat(sent.path("attempts").asInt()).isEqualTo(1);
        assertThat(sent.path("sent_at").asText()).isNotBlank();
        assertThat(body()).isEmpty();
        assertThat(instances(sent)).isZero();
        assertThat(resend(sent).status()).isEqualTo(409);
    }

    @Test
    void sendsNothingWhenTheTransactionIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            mailing.post(new Letter(recipient, "Never", "never", false));
            status.setRollbackOnly();
        });
        var other = "Other." + recipient;
        mailing.post(new Letter(other, "After", "after", false));

        MailServer.awaitTo(other);
        assertThat(MailServer.to(recipient)).isEmpty();
        assertThat(list("recipient=" + recipient).path("total").asInt()).isZero();
    }

    @Test
    void waitsForAServerThatIsDownAndLosesNothing() {
        MailServer.goDown();
        try {
            mailing.post(new Letter(recipient, "Late", "better late", false));
            var waiting = await(mail -> mail.path("attempts").asInt() == 1);
            assertThat(waiting.path("status").asText()).isEqualTo("waiting");
            assertThat(waiting.path("last_error").asText()).isNotBlank().doesNotContain("better late");
            assertThat(instances(waiting)).isEqualTo(1);
        } finally {
            MailServer.comeBack();
        }

        var mail = list("recipient=" + recipient).at("/items/0");
        assertThat(resend(mail).status()).isEqualTo(200);

        assertThat(MailServer.awaitTo(recipient)).containsExactly("better late");
        var sent = await(found -> found.path("status").asText().equals("sent"));
        assertThat(sent.path("attempts").asInt()).isEqualTo(2);
        assertThat(sent.path("last_error").isNull()).isTrue();
        assertThat(instances(sent)).isZero();
    }

    @Test
    void triesAgainByItselfAndFailsAfterTheLastTime() {
        MailServer.goDown();
        try {
            mailing.post(new Letter(recipient, "Lost", "lost", false));
            var waiting = await(mail -> mail.path("attempts").asInt() == 1);
            var job = awaitJobWithRetries(instance(waiting), 10);
            assertThat(job.getDuedate().toInstant())
                    .isBetween(Instant.now(), Instant.now().plusSeconds(11));

            management.setJobRetries(job.getId(), 1);
            assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();

            var failed = await(mail -> mail.path("status").asText().equals("failed"));
            assertThat(failed.path("attempts").asInt()).isEqualTo(2);
            assertThat(list("status=failed&recipient=" + recipient.toUpperCase(java.util.Locale.ROOT))
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(list("status=sent&recipient=" + recipient).path("total").asInt())
                    .isZero();
        } finally {
            MailServer.comeBack();
        }

        resend(list("recipient=" + recipient).at("/items/0"));
        assertThat(MailServer.awaitTo(recipient)).containsExactly("lost");
    }

    @Test
    void sendsToOneAddressOnlyWhateverStandsInIt() {
        mailing.post(new Letter("a.a, " + recipient, "Two", "two", false));
        mailing.post(new Letter(recipient + "\r\nBcc: b@b.example", "Header", "header", false));

        for (var hostile : List.of("a.a, " + recipient, recipient + "\r\nBcc: b@b.example")) {
            var end = Instant.now().plus(Duration.ofSeconds(30));
            while (attempts(hostile) == 0 && Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }
            assertThat(attempts(hostile)).isEqualTo(1);
        }
        assertThat(MailServer.to(recipient)).isEmpty();
        assertThat(MailServer.to("b@b.example")).isEmpty();
    }

    @Test
    void keepsMailInTheOutboxWhenThereIsNoServer() {
        var without = new Mailing(mails, deliveries, audit, new DatabaseServer(true), "");

        without.post(new Letter(recipient, "Waits", "waits", false));

        var waiting = list("recipient=" + recipient).at("/items/0");
        assertThat(waiting.path("status").asText()).isEqualTo("waiting");
        assertThat(waiting.path("attempts").asInt()).isZero();
        assertThat(instances(waiting)).isZero();
        assertThatThrownBy(() -> without.resend(waiting.path("id").asLong()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("No mail server");
        assertThat(resend(waiting).status()).isEqualTo(200);
        assertThat(MailServer.awaitTo(recipient)).containsExactly("waits");
    }

    @Test
    void carriesInvitationsAndWritesThemDownNowhereElse() {
        context.publishEvent(new BorrowerInvited(1, recipient, "http://localhost:8080/#/invitations/the-token"));

        assertThat(MailServer.awaitTo(recipient).get(0)).contains("http://localhost:8080/#/invitations/the-token");
        assertThat(await(mail -> mail.path("status").asText().equals("sent"))
                        .path("secret")
                        .asBoolean())
                .isTrue();
        assertThat(body()).isEmpty();
    }

    @Test
    void isForAdminsAndNeverShowsWhatAMailSays() {
        mailing.post(new Letter(recipient, "Secret", "hidden-text", true));
        var mail = await(found -> true);

        assertThat(mail.toString()).doesNotContain("hidden-text").doesNotContain("body");
        assertThat(admin.post("/api/mails/999999999/resend", "").status()).isEqualTo(404);
        for (var group : List.of("credit", "accounts", "bd", "broker", "client", "analyst")) {
            var other = LogIn.api(port, People.someone(accounts, group).email());
            assertThat(other.get("/api/mails").status()).as(group).isEqualTo(403);
            assertThat(other.post("/api/mails/" + mail.path("id").asText() + "/resend", "")
                            .status())
                    .as(group)
                    .isEqualTo(403);
        }
    }

    @Test
    void cannotBeStartedFromOutsideWithAMail() {
        var start = "/engine-rest/process-definition/key/mailDelivery/start";
        var forged = "{\"variables\":{\"mailId\":{\"value\":1,\"type\":\"Long\"}}}";

        assertThat(admin.post(start, forged).status()).isEqualTo(400);
        var credit = LogIn.api(port, People.someone(accounts, "credit").email());
        assertThat(credit.post(start, "{}").status()).isIn(403, 404);
    }

    private Job awaitJobWithRetries(String instance, int retries) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        var query = management.createJobQuery().processInstanceId(instance);
        while (query.singleResult().getRetries() != retries && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(query.singleResult().getRetries()).isEqualTo(retries);
        return query.singleResult();
    }

    private int attempts(String address) {
        return jdbc.sql("select attempts from mail where recipient = :address")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private String body() {
        return jdbc.sql("select body from mail where recipient = :recipient")
                .param("recipient", recipient)
                .query(String.class)
                .single();
    }

    private long instances(JsonNode mail) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("mail-" + mail.path("id").asText())
                .count();
    }

    private String instance(JsonNode mail) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("mail-" + mail.path("id").asText())
                .singleResult()
                .getId();
    }

    private Http.Answer resend(JsonNode mail) {
        return admin.post("/api/mails/" + mail.path("id").asText() + "/resend", "");
    }

    private JsonNode list(String query) {
        return admin.get("/api/mails?" + query.replace("+", "%2B")).json();
    }

    private JsonNode await(Predicate<JsonNode> condition) {
        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            var mail = list("recipient=" + recipient).at("/items/0");
            if (!mail.isMissingNode() && condition.test(mail)) {
                return mail;
            }
        }
        throw new AssertionError(list("recipient=" + recipient).toString());
    }
}
