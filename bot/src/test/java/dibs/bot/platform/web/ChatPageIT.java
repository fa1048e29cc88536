package dibs.bot.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** People with the chat page in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatPageIT {
    private static final int PHONE = 375;
    private static final String NEVER_BROKEN =
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);

    private Browsers browsers;
    private ChatServer server;

    @BeforeAll
    void startBrowser() {
        browsers = Browsers.start();
    }

    @AfterAll
    void stopBrowser() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @BeforeEach
    void startServer(@TempDir Path folder) {
        server = ChatServer.start(folder, true);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Visitor phone(ColorScheme scheme) {
        return Visitor.open(browsers.browser(), server.address(), PHONE, 812, scheme);
    }

    @Test
    void onePersonHasItAndThenTheOther() {
        try (Visitor ann = phone(ColorScheme.LIGHT);
                Visitor bob = phone(ColorScheme.DARK)) {
            ann.screenshot("phone-light-1-name");
            ann.isCalled("ann");
            bob.isCalled("bob");

            ann.says("claim dev-signing for 2h a new signing key", "granted");
            assertThat(ann.answer()).containsText("dev-signing is yours until Mon 23 Nov 12:00 (Berlin, in 2 h).");
            ann.screenshot("phone-light-2-granted");

            bob.says("claim dev-signing", "held");
            assertThat(bob.answer()).containsText("dev-signing: held by ann");
            assertThat(bob.answer()).containsText("“a new signing key”");
            assertThat(bob.answer().locator("b")).hasText("ann");
            bob.screenshot("phone-dark-1-held");

            ann.says("unclaim dev-signing", "released");
            bob.says("claim dev-signing", "granted");
            bob.screenshot("phone-dark-2-granted");
            ann.sawAProperPage();
            bob.sawAProperPage();
        }
    }

    @Test
    void nothingTypedIsMarkupAndLongWordsWrap() {
        for (int width : List.of(320, PHONE, 1280)) {
            try (Visitor eve = Visitor.open(browsers.browser(), server.address(), width, 700, ColorScheme.LIGHT)) {
                eve.isCalled("e".repeat(64));
                eve.says("claim dev-tree for 2h <script>alert(1)</script><img src=x onerror=alert(1)>", "granted");
                eve.says("leases", "listed");
                assertThat(eve.answer()).containsText("<script>alert(1)</script><img src=x onerror=alert(1)>");
                eve.says("unclaim", "released");
                eve.says(NEVER_BROKEN, "misunderstood");
                eve.says("help all", "shown");
                eve.says("claim dev-tree for 2h " + NEVER_BROKEN, "granted");
                eve.says("who-is-using dev-tree", "shown");
                eve.screenshot("hostile-" + width);
                assertThat(eve.page().locator("#log img, #log script")).hasCount(0);
                eve.sawAProperPage();
                eve.says("unclaim", "released");
            }
        }
    }

    @Test
    void keysAndButtonsDoWhatTheySay() {
        try (Visitor ann = phone(ColorScheme.LIGHT)) {
            ann.page().locator("#typed-name").fill("not a name");
            ann.page().locator("#typed-name").press("Enter");
            assertThat(ann.page().locator("#name-fault")).containsText("no spaces");
            ann.isCalled("ann");

            ann.page()
                    .locator(".line", new Page.LocatorOptions().setHasText("for 2h"))
                    .click();
            assertThat(ann.line()).hasValue("claim NAME for 2h what for");
            assertThat(ann.line()).isFocused();
            ann.page().keyboard().type("dev-tree");
            assertThat(ann.line()).hasValue("claim dev-tree for 2h what for");
            ann.line().fill("not sent yet");
            ann.page().locator("[data-say=help]").click();
            assertThat(ann.answer()).hasAttribute("data-outcome", "shown");

            ann.line().press("ArrowUp");
            assertThat(ann.line()).hasValue("help");
            ann.line().press("ArrowDown");
            assertThat(ann.line()).hasValue("not sent yet");
            ann.line().fill("");
            ann.line().press("Enter");
            assertThat(ann.page().locator("#log .mine")).hasCount(1);

            ann.page().locator("#rename").click();
            ann.isCalled("bob");
            assertThat(ann.page().locator("#name")).hasText("bob");
            ann.page().reload();
            assertThat(ann.page().locator("#name")).hasText("bob");
            assertThat(ann.line()).isFocused();
            ann.sawAProperPage();
        }
    }

    @Test
    void aLostAnswerIsAskedForAgainAndCountsOnce() {
        List<String> bodies = new CopyOnWriteArrayList<>();
        try (Visitor ann = phone(ColorScheme.LIGHT)) {
            ann.isCalled("ann");
            ann.page().route("**/chat/messages", route -> loseTheFirstAnswer(route, bodies));
            ann.says("claim dev-signing for 2h", "granted");

            Locator mine = ann.page().locator("#log .mine");
            assertThat(mine.locator(".state")).hasText("Sent again, and got through.");
            ann.screenshot("phone-light-3-sent-again");
            Assertions.assertThat(bodies).hasSize(2);
            Assertions.assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
            ann.forgetFaults(); // the browser complains of the answer that was lost on purpose
            ann.says("history dev-signing", "listed");
            Assertions.assertThat(ann.answer().innerText().split("claimed", -1)).hasSize(2);
            ann.sawAProperPage();
        }
    }

    @Test
    void whatNeverGotThroughCanBeSentAgain() {
        try (Visitor ann = phone(ColorScheme.DARK)) {
            ann.page().clock().install();
            ann.isCalled("ann");
            ann.page().route("**/chat/messages", Route::abort);
            ann.line().fill("claim dev-signing for 2h");
            Locator state = ann.page().locator("#log .mine .state");
            ann.page().waitForRequest("**/chat/messages", () -> ann.line().press("Enter"));
            for (int again = 0; again < 5; again++) {
                assertThat(state).containsText("sent again until it gets through");
                ann.page()
                        .waitForRequest(
                                "**/chat/messages", () -> ann.page().clock().runFor(20_000));
            }
            assertThat(state).containsText("Dibs could not be reached.");
            ann.screenshot("phone-dark-3-not-reached");

            ann.page().unroute("**/chat/messages");
            state.locator("button").click();
            assertThat(ann.answer()).hasAttribute("data-outcome", "granted");
            assertThat(state).hasCount(0);
            assertThat(ann.line()).isFocused();
        }
    }

    private static void loseTheFirstAnswer(Route route, List<String> bodies) {
        bodies.add(route.request().postData());
        if (bodies.size() == 1) {
            route.fetch();
            route.abort();
        } else {
            route.resume();
        }
    }

    @Test
    void aTalkOnALargeScreen() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Visitor ann = Visitor.open(browsers.browser(), server.address(), 1280, 800, scheme);
                    Visitor bob = phone(scheme)) {
                String name = scheme.name().toLowerCase(Locale.ROOT);
                ann.screenshot("desktop-" + name + "-1-name");
                ann.isCalled("ann");
                ann.says("me", "shown");
                bob.isCalled("bob");
                bob.says("claim dev-signing for 2h with @ann rolling out a fix", "granted");
                bob.says("claim dev-tree for 3h a second look", "granted");
                ann.says("claim dev-tree", "held");
                assertThat(ann.page().locator("#log .notice")).containsText("bob made you a helper on dev-signing");
                ann.says("claim autoland", "refused");
                ann.says("leases", "listed");
                ann.screenshot("desktop-" + name + "-2-talk");
                ann.says("help", "shown");
                ann.screenshot("desktop-" + name + "-3-help");
                bob.says("unclaim all", "released");
                ann.sawAProperPage();
            }
        }
    }
}
