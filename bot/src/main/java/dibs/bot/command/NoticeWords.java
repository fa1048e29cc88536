package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.notice.Notice;
import dibs.bot.reply.Block;

/** Notices in words. */
final class NoticeWords {
    private NoticeWords() {}

    static Block of(Notice notice) {
        return switch (notice) {
            case Notice.LeaseExpired expired ->
                Block.say("Your lease of {} ended {}.", name(expired.environment()), when(expired.until()));
            case Notice.HelperAdded added ->
                Block.say(
                        "{} made you a helper on {} until {}: you may extend and release it.",
                        text(added.by()),
                        name(added.environment()),
                        when(added.until()));
        };
    }
}
