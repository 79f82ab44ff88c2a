package io.loanflow.document.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.loanflow.testing.Browser;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.People;
import io.loanflow.testing.Tasklist;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A borrower with a log-in finds their document in Tasklist, reads it and signs it there. */
@LoanflowIT
@Tag("browser")
class SigningTasklistIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void aBorrowerReadsAndSignsAndTheApplicationGoesOn() throws IOException {
        var lending = new Lending(context);
        var loan = lending.aLoan();
        lending.database()
                .sql("update borrower set user_id = ? where id in"
                        + " (select borrower_id from application_borrower where reference = ?)")
                .params(lending.team().member("client").userId(), loan.reference())
                .update();
        loan.reaches("approved");
        await().atMost(PATIENCE).until(() -> isSent(lending, loan.reference()));

        try (var browser = Browser.start();
                var tasklist = Tasklist.of(browser, port, lending.team().email("client"), People.PASSWORD)) {
            tasklist.list("My tasks").open(loan.reference(), "Sign the document");
            assertThat(tasklist.field("Document", "Document")).hasValue("Loan agreement");
            var read =
                    tasklist.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read the document"));
            // the address that is configured for the tests leads elsewhere
            var address = String.valueOf(read.evaluate("link => link.href = new URL(link.href).pathname"));
            assertThat(address).startsWith("/camunda/documents/");
            assertThat(new Http(port).get(address).status()).isEqualTo(401);
            var saved = tasklist.page().waitForDownload(read::click);
            assertThat(Files.readString(saved.path(), ISO_8859_1)).startsWith("%PDF-");
            tasklist.tick("Your answer", "I have read it and sign it");
            tasklist.enter("Signature", "Your full name", "Ann Borrower")
                    .picture("sign-document")
                    .complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
        }

        await().atMost(PATIENCE).until(() -> loan.stage().equals("settlement"));
    }

    private static boolean isSent(Lending lending, String reference) {
        return lending.database()
                        .sql("select count(*) from document_status s join document d on d.id = s.document_id"
                                + " where d.reference = ? and s.status = 'sent'")
                        .param(reference)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
