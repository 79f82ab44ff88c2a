package io.loanflow.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.loanflow.testing.Browser;
import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.Http;
import io.loanflow.testing.LoanflowIT;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which people try the API. */
@LoanflowIT
@Tag("browser")
class SwaggerUiIT {

    @LocalServerPort
    int port;

    @Test
    void makesCallsInTheNameOfWhomeverOneAuthorizes() {
        try (var browser = Browser.start()) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + "/swagger-ui");

            authorize(page, token());
            var me = page.locator("[id='operations-Users-me']");
            me.locator("button.opblock-summary-control").click();
            me.locator("button.try-out__btn").click();
            me.locator("button.execute").click();

            var answer = me.locator(".live-responses-table");
            assertThat(answer.locator("tbody .response-col_status").first()).containsText("200");
            assertThat(answer.locator("tbody")).containsText(FirstLogin.EMAIL);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "swagger-ui.png"))
                    .setFullPage(true));
        }
    }

    private static void authorize(Page page, String token) {
        page.locator(".scheme-container button.authorize").click();
        Locator dialog = page.locator(".dialog-ux");
        dialog.locator("input").fill(token);
        dialog.locator("button.authorize").click();
        dialog.locator("button.btn-done").click();
    }

    private String token() {
        return new Http(port)
                .post(
                        "/api/auth/login",
                        "{\"email\": \"" + FirstLogin.EMAIL + "\", \"password\": \"" + FirstLogin.PASSWORD + "\"}")
                .json()
                .path("access")
                .asText();
    }
}
