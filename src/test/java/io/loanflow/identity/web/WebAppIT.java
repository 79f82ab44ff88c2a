package io.loanflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.identity.Accounts;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LoanflowIT
@Tag("service")
class WebAppIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String SET_UP = "/camunda/api/admin/setup/default/user/create";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Test
    void logsInByEmailWhateverItsCase() {
        var credit = People.someone(accounts, "credit");
        var browser = new Http(port);

        var answer = logIn(browser, credit.email().toUpperCase(Locale.ROOT), People.PASSWORD, "tasklist");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("userId").asText()).isEqualTo(credit.id());
        assertThat(browser.get(ENGINE + "/task").status()).isEqualTo(200);
        assertThat(browser.get(ENGINE + "/user/" + credit.id() + "/profile").status())
                .isEqualTo(200);
    }

    @Test
    void opensEachApplicationToItsGroupsOnly() {
        var credit = People.someone(accounts, "credit");
        var analyst = People.someone(accounts, "analyst");
        var client = People.someone(accounts, "client");
        var admin = People.someone(accounts, "admin");

        assertThat(logIn(credit.email(), "cockpit")).isEqualTo(403);
        assertThat(logIn(credit.email(), "admin")).isEqualTo(403);
        assertThat(logIn(analyst.email(), "cockpit")).isEqualTo(200);
        assertThat(logIn(analyst.email(), "tasklist")).isEqualTo(403);
        assertThat(logIn(client.email(), "tasklist")).isEqualTo(200);
        assertThat(logIn(client.email(), "cockpit")).isEqualTo(403);
        assertThat(logIn(client.email(), "admin")).isEqualTo(403);
        assertThat(logIn(admin.email(), "admin")).isEqualTo(200);
        assertThat(logIn(admin.email(), "cockpit")).isEqualTo(200);
        assertThat(logIn(admin.email(), "tasklist")).isEqualTo(200);
    }

    @Test
    void refusesWrongPasswordsUnknownEmailsAndTheEnginesOwnIds() {
        var credit = People.someone(accounts, "credit");

        assertThat(logIn(new Http(port), credit.email(), "wrong", "tasklist").status())
                .isEqualTo(401);
        assertThat(logIn("nobody@loanflow.example", "tasklist")).isEqualTo(401);
        assertThat(logIn(credit.id(), "tasklist")).isEqualTo(401);
    }

    @Test
    void endsTheSessionOfADeactivatedAccount() {
        var credit = People.someone(accounts, "credit");
        var browser = new Http(port);
        logIn(browser, credit.email(), People.PASSWORD, "tasklist");

        accounts.setActive(credit.id(), false);

        assertThat(browser.get(ENGINE + "/task").status()).isEqualTo(401);
        assertThat(logIn(credit.email(), "tasklist")).isEqualTo(401);
    }

    @Test
    void hasNoFirstRunSetUp() {
        var evil = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"evil-evil\"}}";

        assertThat(new Http(port).post(SET_UP, evil).status()).isEqualTo(404);
        assertThat(new Http(port).post(SET_UP.replace("setup", "%73etup"), evil).status())
                .isEqualTo(400);
        assertThat(new Http(port).post(SET_UP + ";x=y", evil).status()).isEqualTo(400);
        assertThat(accounts.find("evil")).isEmpty();
    }

    @Test
    void showsTheLogInPageAndNotTheSetUp() {
        People.someone(accounts, "admin");

        var page = new Http(port).get("/camunda/app/tasklist/default/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Camunda Tasklist");
        assertThat(page.header("x-frame-options")).isNotEqualTo("DENY");
    }

    @Test
    void changesNoPasswordProfileOrMembershipThere() {
        var admin = People.someone(accounts, "admin");
        var browser = new Http(port);
        logIn(browser, admin.email(), People.PASSWORD, "admin");
        browser.with("X-XSRF-TOKEN", csrf(browser));
        var user = ENGINE + "/user/" + admin.id();

        assertThat(browser.put(user + "/credentials", "{\"password\":\"another-one\"}")
                        .status())
                .isEqualTo(403);
        assertThat(browser.put(user + "/profile", "{\"email\":\"x@y.z\"}").status())
                .isEqualTo(403);
        assertThat(browser.post(ENGINE + "/authorization/create", "{}").status())
                .isEqualTo(403);
        assertThat(browser.delete(ENGINE + "/group/admin/members/" + admin.id()).status())
                .isEqualTo(403);
        assertThat(browser.post(ENGINE + "/task", "{\"orQueries\":[{\"assigneeExpression\":\"${now()}\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(logIn(admin.email(), "admin")).isEqualTo(200);
    }

    private static String csrf(Http browser) {
        return browser.get("/camunda/app/tasklist/default/").header("X-XSRF-TOKEN");
    }

    private int logIn(String email, String app) {
        return logIn(new Http(port), email, People.PASSWORD, app).status();
    }

    private static Http.Answer logIn(Http browser, String email, String password, String app) {
        browser.with("X-XSRF-TOKEN", csrf(browser));
        var form = "username=" + encoded(email) + "&password=" + encoded(password);
        return browser.send(
                "POST", "/camunda/api/admin/auth/user/default/login/" + app, form, "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
