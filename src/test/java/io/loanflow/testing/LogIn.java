package io.loanflow.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Log-ins of people with the tests' password, as plain HTTP. */
public final class LogIn {

    private LogIn() {}

    /** At the API; the token is good for the engine's REST API too. */
    public static Http api(int port, String email) {
        var body = "{\"email\":\"" + email + "\",\"password\":\"" + People.PASSWORD + "\"}";
        var token = new Http(port).post("/api/auth/login", body).json().path("access");
        return new Http(port).bearer(token.asText());
    }

    /** At Tasklist, with the session and the token against forged requests that a browser would have. */
    public static Http tasklist(int port, String email) {
        var browser = new Http(port);
        renewToken(browser);
        browser.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + encoded(email) + "&password=" + encoded(People.PASSWORD),
                "application/x-www-form-urlencoded");
        return renewToken(browser);
    }

    private static Http renewToken(Http browser) {
        var page = browser.get("/camunda/app/tasklist/default/");
        return browser.with("X-XSRF-TOKEN", page.header("X-XSRF-TOKEN"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
