package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.when;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.announcement.HomeSource;
import dibs.backend.announcement.QuietResult;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers {@code quiet}. */
final class QuietHandler {
    private static final String QUIET = Verb.QUIET.word();
    private static final Duration USUAL = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Announcements announcements;
    private final HomeSource homes;

    QuietHandler(Announcements announcements, HomeSource homes) {
        this.announcements = announcements;
        this.homes = homes;
    }

    Reply handle(Command.Quiet quiet, Turn turn) {
        Optional<ConversationId> here = turn.conversation()
                .filter(conversation -> homes.homes().stream().map(Home::to).anyMatch(conversation::equals));
        if (here.isEmpty()) {
            return refused(Block.say(
                    "Nothing is announced here, so there is nothing to be quiet about: type {} in the conversation that"
                            + " should be.",
                    code("quiet 2h")));
        }
        Duration wanted = quiet.length().orElse(USUAL);
        if (wanted.compareTo(LONGEST) > 0) {
            return refused(Block.say("At most {} at a time.", length(LONGEST)));
        }
        QuietResult result =
                announcements.quiet(here.get(), wanted, turn.person().id(), turn.message(), turn.now());
        Block block = switch (result) {
            case QuietResult.Quiet it ->
                Block.say(
                        "Nothing is announced here until {}. {} ends it sooner.", when(it.until()), code("quiet off"));
            case QuietResult.Loud it -> Block.say("What happens is announced here again.");
        };
        return Reply.toEveryone(QUIET, Outcome.CHANGED, Facts.NONE, List.of(block));
    }

    private static Reply refused(Block why) {
        return Reply.toAsker(QUIET, Outcome.REFUSED, Facts.NONE, why);
    }
}
