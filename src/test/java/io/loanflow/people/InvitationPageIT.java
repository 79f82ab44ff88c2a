package io.loanflow.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanflow.testing.Browser;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.MailServer;
import io.loanflow.testing.People;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A borrower who is invited registers on the page of the mail and sees their application. */
@LoanflowIT
@Tag("browser")
class InvitationPageIT {

    private final int port;
    private final Lending lending;

    @Autowired
    InvitationPageIT(ApplicationContext context, @LocalServerPort int port) {
        this.port = port;
        this.lending = new Lending(context);
    }

    @Test
    void linksWhoRegistersToTheirApplication() {
        var loan = lending.aLoan();
        var email = "invited." + UUID.randomUUID() + "@example.com";
        var token = invite(loan, email);
        try (var browser = Browser.start()) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + "/invitation#" + token);
            page.getByLabel("First name").fill("Ann");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter a password.");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/site/screenshots/invitation.png")));
            page.getByLabel("Last name").fill("Borrower");
            page.getByLabel("E-mail address").fill(email);
            page.getByLabel("Password").fill(People.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByText("Your log-in is linked.")).isVisible();

            page.navigate("about:blank");
            page.navigate("http://localhost:" + port + "/invitation#" + token);
            page.getByText("I have a log-in already").click();
            page.getByLabel("E-mail address").fill(email);
            page.getByLabel("Password").fill(People.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("was used or has expired");
        }

        assertThat(LogIn.api(port, email)
                        .get("/api/applications/" + loan.reference())
                        .status())
                .isEqualTo(200);
    }

    private String invite(Loan loan, String email) {
        var broker = LogIn.api(port, lending.team().email("broker"));
        var borrower =
                broker.get("/api/applications/" + loan.reference()).json().at("/borrowers/0/id");
        var invited =
                broker.post("/api/borrowers/" + borrower.asText() + "/invitation", "{\"email\": \"" + email + "\"}");
        assertThat(invited.status()).as(invited.text()).isEqualTo(201);
        return MailServer.awaitTo(email).get(0).replaceFirst("(?s).*/invitation#([\\w-]+).*", "$1");
    }
}
