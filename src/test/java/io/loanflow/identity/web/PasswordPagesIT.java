package io.loanflow.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.loanflow.identity.Accounts;
import io.loanflow.testing.Browser;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MailServer;
import io.loanflow.testing.People;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person who forgot the password gets back in, with nothing but a keyboard. */
@LoanflowIT
@Tag("browser")
class PasswordPagesIT {

    private static final String OTHER = "another-One-1";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Test
    void asksForALinkAndSetsAPasswordByKeyboard() {
        var person = People.someone(accounts, "credit");
        try (var browser = Browser.start()) {
            var page = browser.newPage();
            page.navigate(base() + "/password-forgotten");
            page.keyboard().press("Tab");
            page.keyboard().type("not an address");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter your e-mail address");
            assertThat(page.locator("#summary")).isFocused();
            page.getByLabel("E-mail address").fill(person.email());
            page.keyboard().press("Enter");
            assertThat(page.getByText("the link is on its way")).isVisible();

            var link =
                    MailServer.awaitTo(person.email()).get(0).replaceFirst("(?s).*/password-reset#([\\w-]+).*", "$1");
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url() + " " + request.allHeaders()));
            page.navigate(base() + "/password-reset#" + link);
            page.keyboard().press("Tab");
            page.keyboard().type("password1");
            page.keyboard().press("Tab");
            page.keyboard().type("password2");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("the same password in both fields");
            page.getByLabel("The same again").fill("password1");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("among the first");
            assertThat(page.getByLabel("New password")).hasAttribute("aria-invalid", "true");
            shoot(page, "password-reset-error");
            page.getByLabel("New password").fill(OTHER);
            page.getByLabel("The same again").fill(OTHER);
            page.keyboard().press("Enter");
            assertThat(page.getByText("Your password is set.")).isVisible();

            assertThat(page.url()).isEqualTo(base() + "/password-reset");
            assertThat(asked).allMatch(request -> request.startsWith(base() + "/"));
            assertThat(asked)
                    .filteredOn(request -> request.contains(link))
                    .allMatch(request -> request.startsWith(base() + "/api/auth/password-resets/" + link));
            assertThat(asked).noneMatch(request -> request.contains("referer="));
        }
        assertThat(new Http(port)
                        .post(
                                "/api/auth/login",
                                "{\"email\":\"" + person.email() + "\",\"password\":\"" + OTHER + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysWhatToDoWithALinkThatIsNotGood() {
        try (var browser = Browser.start()) {
            var page = browser.newPage();
            page.navigate(base() + "/password-reset");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not complete");
            assertThat(page.getByLabel("New password")).isHidden();

            page.navigate("about:blank");
            page.navigate(base() + "/password-reset#used-or-altered");
            page.getByLabel("New password").fill(OTHER);
            page.getByLabel("The same again").fill(OTHER);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not good any more");
            page.getByText("Ask for another link").click();
            assertThat(page.getByLabel("E-mail address")).isVisible();
        }
    }

    @Test
    void fitsAPhoneInTheDark() {
        try (var browser = Browser.start()) {
            var page = browser.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.setViewportSize(320, 640);
            page.navigate(base() + "/password-reset#x");
            shoot(page, "password-reset-phone");

            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(18, 22, 28)");
        }
    }

    @Test
    void loadsNothingFromElsewhereAndIsNotKept() {
        for (var path : new String[] {"/password-reset", "/password-forgotten"}) {
            var answer = new Http(port).get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(answer.header("cache-control")).contains("no-store");
            assertThat(answer.header("content-security-policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.text()).doesNotContain("http:", "https:", "//");
        }
        assertThat(new Http(port).get("/password/page.js").status()).isEqualTo(200);
        assertThat(new Http(port).get("/password/../passwords/common.txt").status())
                .isNotEqualTo(200);
        assertThat(new Http(port).get("/passwords/common.txt").status()).isEqualTo(401);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
