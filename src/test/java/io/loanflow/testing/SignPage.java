package io.loanflow.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The page on which somebody signs by a link, as they see it. Pictures are kept under {@code target/site}. */
public final class SignPage {

    private static final Path PICTURES = Path.of("target", "site", "screenshots");

    /** Whether the canvas of the first page holds anything that is neither white nor see-through. */
    private static final String INK_OF_FIRST_PAGE = """
            () => {
              const canvas = document.querySelector('.sheet canvas');
              const dots = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              return dots.some((part, i) => i % 4 < 3 && part < 200 && dots[i - i % 4 + 3] > 200);
            }""";

    /** What a person could not tell apart without seeing it: fields and buttons without any name. */
    private static final String NAMELESS = """
            all => all.filter(one => one.type !== 'hidden'
                && !(one.labels?.length || one.getAttribute('aria-label') || one.textContent.trim()))
              .map(one => one.outerHTML)""";

    private final Page page;
    private final List<Request> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private SignPage(Page page) {
        this.page = page;
        page.onRequest(asked::add);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    /** Opens a link; on a page that was set up before, so that a size or colours may be chosen. */
    public static SignPage open(Page page, String link) {
        var opened = new SignPage(page);
        page.navigate(link);
        return opened;
    }

    public Page page() {
        return page;
    }

    /** Waits until the first page of the document is drawn. */
    public SignPage documentIsShown() {
        assertThat(page.locator(".sheet canvas").first()).isVisible();
        assertThat(page.locator(".sheet .textLayer > span").first()).isAttached();
        return this;
    }

    public boolean hasInk() {
        return (boolean) page.evaluate(INK_OF_FIRST_PAGE);
    }

    public Locator sheets() {
        return page.locator(".sheet");
    }

    /** What would be copied when all of the first page is marked. */
    public String markedText() {
        return (String) page.evaluate("""
                () => {
                  getSelection().selectAllChildren(document.querySelector('.sheet .textLayer'));
                  return getSelection().toString();
                }""");
    }

    public Locator place() {
        return page.locator("#place");
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator name() {
        return page.getByLabel("Your full name");
    }

    public Locator consent() {
        return page.getByLabel("I have read the document");
    }

    public Locator summary() {
        return page.locator("#summary");
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** Draws two lines with the mouse where signatures are drawn. */
    public SignPage draw() {
        page.getByLabel("Draw it").check();
        var pad = page.locator("#pad");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        for (double start : List.of(0.1, 0.5)) {
            page.mouse().move(box.x + box.width * start, box.y + box.height * 0.7);
            page.mouse().down();
            for (int i = 1; i <= 30; i++) {
                var wave = 0.5 + 0.3 * Math.sin(i / 3.0);
                page.mouse().move(box.x + box.width * (start + i * 0.011), box.y + box.height * wave);
            }
            page.mouse().up();
        }
        assertThat(page.getByText("2 lines drawn.")).isVisible();
        return this;
    }

    /** Presses Tab until that element has the focus, as somebody does who has no mouse. */
    public SignPage tabTo(String id) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("id => document.activeElement.id === id", id)) {
                return this;
            }
        }
        throw new AssertionError("Tab does not lead to " + id);
    }

    /** Whether whatever has the focus shows it. */
    public boolean showsFocus() {
        return (boolean) page.evaluate("""
                () => {
                  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
                  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
                }""");
    }

    @SuppressWarnings("unchecked")
    public List<String> nameless() {
        return (List<String>) page.locator("input, textarea, button, a, progress, canvas[role], dialog")
                .evaluateAll(NAMELESS);
    }

    public boolean fitsTheWidth() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    }

    /** All requests so far, each with its headers. */
    public List<String> asked() {
        return asked.stream()
                .map(request -> request.url() + " " + request.allHeaders())
                .toList();
    }

    /** What the browser complained about: errors of the page, and of its policy. */
    public List<String> complaints() {
        return complaints;
    }

    public SignPage photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        return this;
    }
}
