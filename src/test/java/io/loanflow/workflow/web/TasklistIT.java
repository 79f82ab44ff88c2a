package io.loanflow.workflow.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Browser;
import io.loanflow.testing.FirstLogin;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Loan;
import io.loanflow.testing.LoanflowIT;
import io.loanflow.testing.LogIn;
import io.loanflow.testing.MovableClock;
import io.loanflow.testing.People;
import io.loanflow.testing.Servicing;
import io.loanflow.testing.Tasklist;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@LoanflowIT
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class TasklistIT {

    private static final String MINE = "Tasks I can claim";
    private static final String OF_MY_GROUPS = "My groups' tasks";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    Lending lending;
    Browser browser;

    @BeforeAll
    void openTheBrowser() {
        browser = Browser.start();
        lending = new Lending(context);
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void letsCreditClaimReadDecideAndComplete() {
        var loan = lending.aLoan().movedBy("broker", "processing");
        var email = lending.team().email("credit").toUpperCase(Locale.ROOT);

        try (var tasklist = Tasklist.of(browser, port, email, People.PASSWORD)) {
            assertThat(tasklist.list(OF_MY_GROUPS).entries().getByText(loan.reference()))
                    .isVisible();
            tasklist.photograph("list").open(loan.reference(), "Decide credit");
            assertThat(tasklist.field("Application", "Stage")).hasValue("Processing");
            assertThat(tasklist.field("Application", "Borrowers")).hasValue("Ann Borrower");
            assertThat(tasklist.field("Application", "Broker")).hasValue("Test Broker");
            assertThat(tasklist.field("Loan", "Amount")).hasValue("$400,000.00");
            assertThat(tasklist.field("Loan", "Interest rate")).hasValue("5.5 % a year");
            assertThat(tasklist.field("Assessment", "Ratios and rules that fired")
                            .inputValue())
                    .contains("loan to value 50 %");
            tasklist.claim().tick("Decision", "Approve");
            tasklist.enter("Approved terms", "Amount", "390000.50")
                    .enter("Approved terms", "Conditions", "Sell the old house")
                    .picture("decide-credit")
                    .complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
        }

        var application = api("credit").get("/api/applications/" + loan.reference());
        assertThat(application.json().path("stage").asText()).isEqualTo("approved");
        assertThat(application.json().at("/terms/amount").decimalValue()).isEqualByComparingTo("390000.50");
        assertThat(application.json().at("/terms/conditions/0/text").asText()).isEqualTo("Sell the old house");
    }

    @Test
    void tellsCreditWhatIsWrongInTheDecisionAndChangesNothing() {
        var loan = lending.aLoan().movedBy("broker", "processing");

        try (var tasklist = tasklistOf("credit")) {
            tasklist.list(OF_MY_GROUPS)
                    .open(loan.reference(), "Decide credit")
                    .claim()
                    .tick("Decision", "Approve");
            tasklist.enter("Approved terms", "Amount", "-5")
                    .complete()
                    .isTold("cannot be negative")
                    .picture("refused-amount")
                    .understood();
            tasklist.type("Approved terms", "Amount", "12,5")
                    .complete()
                    .isTold("1,000")
                    .understood();
            tasklist.tick("Decision", "Decline")
                    .complete()
                    .isTold("Say why: a reason is needed for this transition.")
                    .picture("refused-reason")
                    .understood();
            loan.isIn("processing").waitsAt("Activity_DecideCredit");
            tasklist.enter("Reason", "Reason", "The income is not proven").complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
        }

        loan.isIn("declined");
    }

    @Test
    void startsAnApplicationForABroker() {
        try (var tasklist = tasklistOf("broker")) {
            tasklist.start("Loan origination")
                    .enter("Loan", "Amount", "-1000")
                    .startIt()
                    .isTold("cannot be negative")
                    .photograph("refused-start")
                    .understood();
            tasklist.enter("Loan", "Amount", "250000.75")
                    .choose("Loan", "Application type", "Commercial")
                    .enter("Loan", "Purpose", "A shop in " + loanPurpose())
                    .tick("Borrower", "A person")
                    .enter("Borrower", "First name", "Bea")
                    .enter("Borrower", "Last name", "Baker")
                    .picture("submit-application")
                    .startIt();
            assertThat(tasklist.page().locator(".modal-dialog")).hasCount(0);
        }

        var found =
                api("broker").get("/api/applications?search=" + loanPurpose()).json();
        assertThat(found.path("total").asInt()).isOne();
        var application = api("broker")
                .get("/api/applications/" + found.at("/items/0/reference").asText())
                .json();
        assertThat(application.path("reference").asText()).matches("APP-[A-Z0-9]{8}");
        assertThat(application.path("stage").asText()).isEqualTo("inquiry");
        assertThat(application.path("loan_amount").decimalValue()).isEqualByComparingTo("250000.75");
        assertThat(application.at("/broker/id").asLong())
                .isEqualTo(lending.team().brokerId());
        assertThat(application.at("/borrowers/0/last_name").asText()).isEqualTo("Baker");
    }

    @Test
    void showsAnInquiryToItsOwnBrokerAndBdmOnly() {
        var loan = lending.aLoan();
        var foreign = new Lending(context);
        try (var tasklist = Tasklist.of(browser, port, foreign.team().email("broker"), People.PASSWORD)) {
            for (var list : new String[] {"My tasks", MINE, OF_MY_GROUPS}) {
                tasklist.list(list);
                assertThat(tasklist.page().getByText("No task matching filters found."))
                        .isVisible();
            }
            tasklist.photograph("foreign-broker");
        }
        try (var tasklist = tasklistOf("broker")) {
            assertThat(tasklist.list(MINE).entries().getByText(loan.reference()))
                    .isVisible();
        }

        try (var tasklist = tasklistOf("bd")) {
            tasklist.list(MINE)
                    .open(loan.reference(), "Complete the inquiry")
                    .claim()
                    .picture("complete-inquiry")
                    .complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
        }

        loan.isIn("processing");
    }

    @Test
    void takesTheValuationOfTheBdm() {
        var loan = lending.aLoan(application -> {
                    application.withArray("/securities").addObject().put("property_type", "land");
                    return application;
                })
                .movedBy("broker", "processing")
                .waitsAt("Activity_ReviewValuation");

        try (var tasklist = tasklistOf("bd")) {
            tasklist.list(MINE)
                    .open(loan.reference(), "Review valuation")
                    .claim()
                    .enter("Valuation", "Value of the security", "-1")
                    .picture("review-valuation");
            tasklist.complete().isTold("cannot be negative").understood();
            loan.waitsAt("Activity_ReviewValuation");
            tasklist.enter("Valuation", "Value of the security", "950000.00").complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
        }

        loan.waitsAt("Activity_DecideCredit");
    }

    @Test
    void bringsTheSettlementChecklistBackWithWhatIsTickedUntilAccountsConfirm() {
        var loan = lending.aLoan()
                .movedBy("broker", "processing")
                .movedBy("credit", "approved")
                .movedBy("bd", "settlement");

        try (var tasklist = tasklistOf("bd")) {
            tasklist.list(MINE).open(loan.reference(), "Settlement checklist").claim();
            tasklist.tick("What is done", "All signed documents are stored").complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
            tasklist.list(MINE).open(loan.reference(), "Settlement checklist").claim();
            assertThat(tasklist.field("What is done", "All signed documents are stored"))
                    .isChecked();
            assertThat(tasklist.field("What is done", "The settlement is booked with all parties"))
                    .not()
                    .isChecked();
            tasklist.picture("settlement-checklist");
        }
        try (var tasklist = tasklistOf("accounts")) {
            tasklist.list(OF_MY_GROUPS)
                    .open(loan.reference(), "Confirm funding")
                    .claim()
                    .complete()
                    .isTold("Still to do: The settlement is booked with all parties.")
                    .picture("refused-funding")
                    .understood();
            loan.isIn("settlement").finishChecklist();
            tasklist.complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
        }

        loan.isIn("funded");
    }

    @Test
    void takesArrearsFromAccounts() {
        var loan = lending.aLoan(
                        application -> application.put("loan_amount", 24000).put("loan_term", 12))
                .reaches("funded");
        var money = new Servicing(lending, loan);
        money.on(money.instalments().get(0).dueDate().plusDays(10));
        MovableClock.reset();
        try (var tasklist = tasklistOf("accounts")) {
            tasklist.list(OF_MY_GROUPS).open(loan.reference(), "Handle arrears").claim();
            assertThat(tasklist.field("What is late", "Overdue instalments"))
                    .hasValue(Pattern.compile("Instalment 1, .*"));
            tasklist.picture("handle-arrears");
            tasklist.field("What was agreed", "What was agreed with the borrowers*")
                    .fill("Pays on Friday.");
            tasklist.complete();
            assertThat(tasklist.page().getByText("Select a task in the list.")).isVisible();
        }
        org.assertj.core.api.Assertions.assertThat(money.arrearsTasks()).isZero();
        org.assertj.core.api.Assertions.assertThat(money.arrears()).isEqualTo("handled");
    }

    @Test
    void isReadableOnATelephone() {
        var loan = lending.aLoan().movedBy("broker", "processing");
        try (var tasklist = tasklistOf("credit")) {
            tasklist.size(390, 844).photograph("telephone-lists");
            tasklist.list(OF_MY_GROUPS).photograph("telephone-tasks");
            var stage = tasklist.open(loan.reference(), "Decide credit").field("Application", "Stage");
            stage.scrollIntoViewIfNeeded();
            tasklist.photograph("telephone-form");
            var box = stage.boundingBox();
            assertThat(box.x).isPositive();
            assertThat(box.x + box.width).isLessThan(390);
        }
    }

    @Test
    void showsTheProcessInCockpitAndThePeopleInAdmin() {
        Loan loan = lending.aLoan();
        try (var cockpit = Tasklist.logIn(browser, port, "cockpit", FirstLogin.EMAIL, FirstLogin.PASSWORD)) {
            var page = cockpit.page();
            page.getByText("Processes").first().click();
            page.getByText("Loan origination").first().click();
            assertThat(page.locator("g.djs-element[data-element-id=Activity_CompleteInquiry]"))
                    .isVisible();
            assertThat(page.getByText(loan.reference()).first()).isVisible();
            cockpit.photograph("cockpit");
        }
        try (var admin = Tasklist.logIn(browser, port, "admin", FirstLogin.EMAIL, FirstLogin.PASSWORD)) {
            admin.page().getByText("Users").first().click();
            assertThat(admin.page().getByText("List of Users").first()).isVisible();
            assertThat(admin.page().locator("tbody tr").first()).isVisible();
            admin.photograph("admin");
        }
    }

    private Tasklist tasklistOf(String group) {
        return Tasklist.of(browser, port, lending.team().email(group), People.PASSWORD);
    }

    private Http api(String group) {
        return LogIn.api(port, lending.team().email(group));
    }

    private String loanPurpose() {
        return "Wagga" + lending.team().brokerId();
    }
}
