package dibs.bot.platform.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The browser of the machine, driven by a test: found, not downloaded, and kept from calling anybody. */
final class Browsers implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; without one, the test is skipped, or fails where nothing may be missing. */
    static Browsers start() {
        Optional<Path> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String why = "no chromium, chromium-browser or google-chrome in /usr/bin: .ci/tools installs one";
            if ("1".equals(System.getenv("DIBS_REQUIRE_ALL"))) {
                Assertions.fail(why);
            }
            System.out.println("Skipped: " + why);
            Assumptions.abort(why);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Browsers(playwright, playwright.chromium().launch(options(found.orElseThrow())));
        } catch (RuntimeException broken) {
            playwright.close();
            throw broken;
        }
    }

    private static BrowserType.LaunchOptions options(Path program) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
