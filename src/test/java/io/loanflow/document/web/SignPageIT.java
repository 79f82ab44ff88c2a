package io.loanflow.document.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.loanflow.testing.Browser;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.MailServer;
import io.loanflow.testing.SignPage;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody without a log-in reads a document and signs it, or does not, on the page that their link leads to. */
@LoanflowIT
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class SignPageIT {

    private static final double UNTIL_IT_IS_SEALED = 30_000;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsTheDocument() {
        var opened = open(linkToSign()).documentIsShown();

        assertThat(opened.hasInk()).isTrue();
        assertThat(opened.markedText()).hasSizeGreaterThan(50);
        var pages = opened.sheets().count();
        assertThat(opened.place()).hasText("1 of " + pages);
        assertThat(opened.heading()).not().isEmpty();
        opened.page().locator("#pages").press("End");
        assertThat(opened.place()).hasText(pages + " of " + pages);
        opened.photograph("sign-desktop");
        opened.button("Larger").click();
        assertThat(opened.page().locator("#fit")).hasText("125 %");
        assertThat(opened.nameless()).isEmpty();
        assertThat(opened.complaints()).isEmpty();
    }

    @Test
    void takesATypedSignatureByKeyboardAlone() {
        var link = linkToSign();
        var opened = open(link).documentIsShown();
        var keyboard = opened.page().keyboard();

        opened.tabTo("name");
        assertThat(opened.showsFocus()).isTrue();
        keyboard.press("Enter");
        assertThat(opened.summary()).isFocused();
        assertThat(opened.summary()).containsText("Enter your full name.");
        assertThat(opened.name()).hasAttribute("aria-invalid", "true");
        opened.photograph("sign-errors").tabTo("name");
        keyboard.type("Ann Borrower");
        opened.tabTo("consent");
        assertThat(opened.showsFocus()).isTrue();
        keyboard.press("Space");
        keyboard.press("Tab");
        keyboard.press("Enter");

        assertThat(opened.heading()).hasText("Thank you. You have signed.");
        assertThat(opened.heading()).isFocused();
        assertThat(opened.asked()).noneMatch(request -> request.contains("referer="));
        assertThat(opened.asked()).allMatch(request -> request.startsWith(base() + "/"));
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(opened.asked())
                .filteredOn(request -> request.contains(token))
                .allMatch(request -> request.startsWith(base() + "/sign/" + token));

        var again = open(link);
        assertThat(again.heading()).hasText("Nothing to sign here");
        assertThat(again.page().locator("#message-text")).containsText("used");
        assertThat(again.button("Sign the document")).isHidden();
    }

    @Test
    void takesADrawnSignatureAndGivesTheSignedCopy() {
        var opened = open(linkToSign()).documentIsShown();
        opened.name().fill("Ann Borrower");
        opened.page().getByLabel("Draw it").check();
        opened.consent().check();
        opened.button("Sign the document").click();
        assertThat(opened.summary()).containsText("Draw your signature");

        opened.draw().photograph("sign-drawn");
        opened.button("Sign the document").click();
        assertThat(opened.heading()).hasText("Thank you. You have signed.");
        var copy = opened.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Save the signed copy"));
        assertThat(copy).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UNTIL_IT_IS_SEALED));
        opened.photograph("sign-done");
        assertThat(opened.page().waitForDownload(copy::click).suggestedFilename())
                .endsWith(".pdf");
    }

    @Test
    void asksTwiceBeforeSomebodyRefuses() {
        var link = linkToSign();
        var opened = open(link).documentIsShown();
        opened.button("I do not want to sign").click();
        opened.button("Refuse to sign …").click();
        assertThat(opened.summary()).containsText("Say why you refuse.");
        opened.page().getByLabel("Why do you refuse?").fill("The rate is not what we agreed.");
        opened.button("Refuse to sign …").click();
        assertThat(opened.button("Go back")).isFocused();
        opened.photograph("sign-refusing").button("Go back").click();
        assertThat(opened.button("Sign the document")).isVisible();
        opened.button("Refuse to sign …").click();
        opened.button("Yes, refuse").click();
        assertThat(opened.heading()).hasText("You have refused to sign");

        assertThat(open(link).heading()).hasText("Nothing to sign here");
    }

    @Test
    void showsNothingForAnAlteredLink() {
        var link = linkToSign();
        var last = link.charAt(link.length() - 2) == 'A' ? "B" : "A";
        var altered = link.substring(0, link.length() - 2) + last + link.charAt(link.length() - 1);
        var opened = open(altered);
        assertThat(opened.heading()).hasText("Nothing to sign here");
        assertThat(opened.heading()).isFocused();
        assertThat(opened.button("Sign the document")).isHidden();
    }

    @Test
    void fitsAPhoneInTheDark() {
        var page = browser.newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(360, 740);
        var opened = SignPage.open(page, linkToSign()).documentIsShown();

        assertThat(opened.fitsTheWidth()).isTrue();
        page.locator("#pages").scrollIntoViewIfNeeded();
        opened.photograph("sign-phone-dark");
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(18, 22, 28)");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        page.setViewportSize(320, 640);
        opened.draw();
        assertThat(opened.fitsTheWidth()).isTrue();
    }

    @Test
    void loadsNothingFromElsewhereAndIsNotKept() {
        var page = new Http(port).get(URI.create(linkToSign()).getPath());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(page.header("cache-control")).contains("no-store");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "blob:");
        assertThat(page.text()).doesNotContain("http:", "https:", "//", "style=", "onclick");
    }

    /** A link as it was mailed to the only signer, who has no log-in, of a document that is out for signing. */
    private String linkToSign() {
        var email = "signer-" + System.nanoTime() + "@example.com";
        new Lending(context)
                .aLoan(application -> {
                    ((ObjectNode) application.at("/borrowers/0")).put("email", email);
                    return application;
                })
                .reaches("approved");
        return base() + MailServer.awaitTo(email).get(0).replaceFirst("(?s).*(/sign/[\\w-]+).*", "$1");
    }

    private SignPage open(String link) {
        return SignPage.open(browser.newPage(), link);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
