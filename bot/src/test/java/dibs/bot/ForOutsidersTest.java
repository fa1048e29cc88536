package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.command.Answer;
import dibs.bot.reply.ForOutsiders;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of an answer where people from outside read along. */
class ForOutsidersTest {
    private static final Talk TALK = new Talk(ConfigLoader.builtin());
    private static final String NOTHING =
            "People from outside read along here, so I leave it at that: ask me in a direct message.";

    @AfterEach
    void forget() {
        TALK.forget();
    }

    @AfterAll
    static void close() {
        TALK.close();
    }

    @Test
    void aLeaseIsItsNameItsHolderAndItsEnd() {
        String held = "dev-signing: held by ann until Mon 23 Nov 12:00 (Berlin, in 2 h).";

        assertThat(said("ann", "claim dev-signing for 2h with @carol the embargoed fix"))
                .isEqualTo(held);
        assertThat(said("bob", "claim dev-signing")).isEqualTo(held);
        assertThat(said("bob", "who-is-using dev-signing")).isEqualTo(held);
        assertThat(said("bob", "leases")).isEqualTo(held);
        assertThat(said("bob", "who-is-using")).isEqualTo(held);
        assertThat(said("bob", "env dev-signing")).isEqualTo(held);
        assertThat(said("bob", "takeover dev-signing because of an embargoed fix"))
                .isEqualTo(held);
        assertThat(said("ann", "unclaim dev-signing")).isEqualTo("dev-signing: no longer held by ann.");
        assertThat(said("bob", "who-is-using dev-signing")).isEqualTo("dev-signing is not held.");
    }

    @Test
    void severalAreAListOfThem() {
        assertThat(said("ann", "claim dev-tree, dev-signing for 2h the embargoed fix"))
                .isEqualTo("  - dev-tree: held by ann until Mon 23 Nov 12:00 (Berlin, in 2 h).\n"
                        + "  - dev-signing: held by ann until Mon 23 Nov 12:00 (Berlin, in 2 h).");
    }

    @Test
    void aGateIsItsNameItsStateAndItsEnd() {
        String shut = "dev-signing: closed until Mon 23 Nov 12:00 (Berlin, in 2 h).";

        assertThat(said("root", "close dev-signing for 2h because of an embargoed fix"))
                .isEqualTo(shut);
        assertThat(said("ann", "claim dev-signing")).isEqualTo(shut);
        assertThat(said("root", "open dev-signing")).isEqualTo(NOTHING);
    }

    @Test
    void aVerdictIsItsWord() {
        assertThat(said("ann", "is-safe autoland autograph-stage")).isEqualTo("unsafe: autoland → autograph-stage.");
    }

    @Test
    void theRestIsSaidElsewhere() {
        said("ann", "using balrog-stage for 2h the embargoed fix");

        for (String line : new String[] {
            "who-is-using balrog-stage",
            "env balrog-stage",
            "history",
            "policy",
            "me",
            "impact autograph-prod",
            "nonsense"
        }) {
            assertThat(said("bob", line)).as(line).isEqualTo(NOTHING);
        }
    }

    private static String said(String name, String line) {
        Answer answer = TALK.say(name, line);
        return PlainText.of(ForOutsiders.of(answer.reply()), answer.reader().as(View.OUTSIDERS));
    }
}
