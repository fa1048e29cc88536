package dibs.bot.platform.slack.hear;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import dibs.backend.catalog.ConfigLoader;
import dibs.bot.Talk;
import dibs.bot.command.Answer;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.reply.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One answer before the eyes of the holder, of a channel, and of a channel with outsiders. */
class ShownTest {
    private static final Talk TALK = new Talk(ConfigLoader.builtin());

    @BeforeAll
    static void claim() {
        TALK.say("ann", "claim dev-signing for 2h the embargoed key (private)");
    }

    @AfterAll
    static void close() {
        TALK.close();
    }

    @Test
    void theHolderAloneReadsWhatIsPrivate() {
        Message message = Ear.shown(keep());

        assertThat(message.text()).contains("“the embargoed key (private)”");
        assertThat(message.blocks()).hasAtLeastOneElementOfType(ActionsBlock.class);
    }

    @Test
    void aThreadDoesNotWhoeverAsks() {
        Message message = Ear.shown(keep(), View.MEMBERS);

        assertThat(message.text()).doesNotContain("embargoed").contains("(private)");
        assertThat(message.blocks()).hasAtLeastOneElementOfType(ActionsBlock.class);
    }

    @Test
    void outsidersReadNameHolderAndEndAndPressNothing() {
        Message message = Ear.shown(keep(), View.OUTSIDERS);

        assertThat(message.text()).isEqualTo("dev-signing: held by ann until Mon 23 Nov 12:00 (Berlin, in 2 h).");
        assertThat(message.blocks()).hasSize(1).doesNotHaveAnyElementsOfTypes(ActionsBlock.class);
    }

    private static Answer keep() {
        return TALK.say("ann", "keep dev-signing");
    }
}
