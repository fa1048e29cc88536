package dibs.bot.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;

/** A person with the chat page open in a browser of their own. */
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final BrowserContext context;
    private final Page page;

    private Visitor(BrowserContext context, Page page) {
        this.context = context;
        this.page = page;
    }

    static Visitor open(Browser browser, String address, int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Europe/Berlin"));
        Visitor visitor = new Visitor(context, context.newPage());
        visitor.listen(address);
        visitor.page.navigate(address + "/chat");
        return visitor;
    }

    private void listen(String address) {
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.onDialog(dialog -> {
            faults.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address + "/")) {
                faults.add("left for " + request.url());
            }
        });
    }

    Page page() {
        return page;
    }

    Locator line() {
        return page.locator("#line");
    }

    Locator messages() {
        return page.locator("#log .message");
    }

    /** The last that Dibs said. */
    Locator answer() {
        return page.locator("#log .dibs:not(.notice):not(.busy)").last();
    }

    void isCalled(String name) {
        page.locator("#typed-name").fill(name);
        page.locator("#typed-name").press("Enter");
        assertThat(line()).isFocused();
    }

    /** Says a line and waits for its answer. */
    void says(String text, String outcome) {
        int before = page.locator("#log [data-outcome]").count();
        line().fill(text);
        line().press("Enter");
        assertThat(page.locator("#log [data-outcome]")).hasCount(before + 1);
        assertThat(answer()).hasAttribute("data-outcome", outcome);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** Nothing stands out to the side, nothing failed, nobody else was called. */
    void sawAProperPage() {
        Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("no scrolling sideways")
                .isEqualTo(page.viewportSize().width);
        Assertions.assertThat(
                        page.evaluate(
                                "() => { const s = document.getElementById('scroller'); return s.scrollWidth - s.clientWidth; }"))
                .as("no scrolling sideways in the log")
                .isEqualTo(0);
        Assertions.assertThat(page.locator("header").boundingBox().height)
                .as("the header keeps to one line")
                .isLessThan(64);
        Assertions.assertThat(faults).isEmpty();
    }

    /** Lets faults of the network pass that a test made itself. */
    void forgetFaults() {
        faults.clear();
    }

    @Override
    public void close() {
        context.close();
    }
}
