package io.loanflow.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, driven by Playwright; nothing is downloaded. Close it after use. */
public final class Browser implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final String MISSING =
            "no Chromium at " + PLACES + "; install it, or name it in the environment variable CHROMIUM";
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /** Starts Chromium; where there is none, skips the test with the reason, or fails it when -Drequire.browser=true. */
    public static Browser start() {
        var executable = executable();
        if (executable.isEmpty() && Boolean.getBoolean("require.browser")) {
            throw new AssertionError("required, but " + MISSING);
        }
        assumeTrue(executable.isPresent(), "skipped: " + MISSING);
        return new Browser(executable.orElseThrow());
    }

    /** Where Chromium is: what the environment variable CHROMIUM says, else one of the usual places. */
    public static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of its own, with its own cookies. */
    public Page newPage() {
        return newContext().newPage();
    }

    /** A session of its own, as in Australia. */
    public BrowserContext newContext() {
        return Objects.requireNonNull(chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("en-AU")
                .setViewportSize(1400, 1000)));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
