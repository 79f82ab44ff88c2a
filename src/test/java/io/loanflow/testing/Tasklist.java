package io.loanflow.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The engine's web applications as one person sees them in a browser. Pictures are kept under {@code target/site}. */
public final class Tasklist implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "site", "screenshots");
    private static final int TALL = 2400;
    private static final int TRIES = 5;
    private static final double UNTIL_THE_FORM_HAS_SETTLED = 350;
    private static final double PATIENCE = 60_000;

    private final BrowserContext session;
    private final Page page;
    private final String base;

    private Tasklist(BrowserContext session, int port) {
        session.setDefaultTimeout(PATIENCE);
        this.session = session;
        this.page = session.newPage();
        this.base = "http://localhost:" + port + "/camunda/app/";
    }

    /** Logs in to Tasklist. */
    public static Tasklist of(Browser browser, int port, String email, String password) {
        return logIn(browser, port, "tasklist", email, password);
    }

    /** Logs in to the web application of that name. */
    public static Tasklist logIn(Browser browser, int port, String application, String email, String password) {
        var tasklist = new Tasklist(browser.newContext(), port);
        tasklist.page.navigate(tasklist.base + application + "/default/");
        tasklist.page.waitForLoadState(LoadState.NETWORKIDLE);
        tasklist.page.getByPlaceholder("Username").fill(email);
        tasklist.page.getByPlaceholder("Password").fill(password);
        tasklist.page.getByRole(AriaRole.BUTTON, named("Log in")).click();
        return tasklist;
    }

    public Page page() {
        return page;
    }

    public Tasklist size(int width, int height) {
        page.setViewportSize(width, height);
        return this;
    }

    public Tasklist list(String filter) {
        page.locator(".task-filter").getByText(filter).click();
        assertThat(page.locator(".task-filter.active")).containsText(filter);
        return this;
    }

    /** The entries of the list that is open. */
    public Locator entries() {
        return page.locator("li.task");
    }

    /** Opens that application's task in the present list. */
    public Tasklist open(String reference, String task) {
        entries()
                .filter(new Locator.FilterOptions().setHasText(reference))
                .filter(new Locator.FilterOptions().setHasText(task))
                .click();
        return formIsThere();
    }

    public Tasklist claim() {
        page.locator("button.claim").click();
        assertThat(page.locator("button.claim")).hasCount(0);
        return formIsThere();
    }

    /** Opens the start form of that process. */
    public Tasklist start(String process) {
        page.getByText("Start process").click();
        page.locator(".modal-dialog").getByText(process).click();
        return formIsThere();
    }

    /** A field of the form, by the labels of its group and its own. */
    public Locator field(String group, String label) {
        return group(group).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** The form draws itself anew a moment after each change, and a machine is quick enough to lose its words in that moment. */
    public Tasklist enter(String group, String label, String text) {
        var field = field(group, label);
        for (int tries = 0; tries < TRIES && !field.inputValue().equals(text); tries++) {
            field.fill(text);
            field.blur();
            page.waitForTimeout(UNTIL_THE_FORM_HAS_SETTLED);
        }
        assertThat(field).hasValue(text);
        return this;
    }

    /** Key by key, because a field may refuse some. */
    public Tasklist type(String group, String label, String text) {
        var field = field(group, label);
        field.fill("");
        field.pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(50));
        field.blur();
        return this;
    }

    /** Chooses an option of a radio button or ticks a box. */
    public Tasklist tick(String group, String label) {
        field(group, label).check();
        return this;
    }

    public Tasklist choose(String group, String label, String option) {
        field(group, label).locator("xpath=..").click();
        group(group).locator(".fjs-dropdownlist").getByText(option).click();
        return this;
    }

    private Locator group(String label) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    public Tasklist complete() {
        page.getByRole(AriaRole.BUTTON, named("Complete")).click();
        return this;
    }

    public Tasklist startIt() {
        page.locator(".modal-footer").getByText("Start").click();
        return this;
    }

    /** Waits until the person reads this sentence without having to look for it. */
    public Tasklist isTold(String sentence) {
        assertThat(page.locator("[notifications-panel] .alert:visible")
                        .filter(new Locator.FilterOptions().setHasText(sentence))
                        .first())
                .isInViewport();
        return this;
    }

    /** Puts away what the person was told. */
    public Tasklist understood() {
        var close = page.locator(".notifications button.close:visible").first();
        while (close.isVisible()) {
            close.click();
        }
        return this;
    }

    /** Keeps a picture of everything, as on a very tall screen. */
    public Tasklist picture(String name) {
        var size = page.viewportSize();
        page.setViewportSize(size.width, TALL);
        photograph(name);
        page.setViewportSize(size.width, size.height);
        return this;
    }

    /** Keeps a picture of what fits the screen. */
    public Tasklist photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        return this;
    }

    private Tasklist formIsThere() {
        assertThat(page.locator(".fjs-form").first()).isVisible();
        return this;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name + "\\s*$"));
    }

    @Override
    public void close() {
        session.close();
    }
}
