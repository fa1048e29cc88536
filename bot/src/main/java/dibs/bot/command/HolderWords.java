package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Lease;
import dibs.backend.lease.StaleQuestion;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Notice.Standing;
import dibs.bot.reply.Line;
import java.time.Instant;

/** Reminders and questions to holders, in words: as they were said, and as they stand once something became of them. */
final class HolderWords {
    private HolderWords() {}

    static Line of(Notice.EndNears it) {
        return it.standing() == Standing.OPEN
                ? Line.of(
                        "Your lease of {} ends {}: type {} for more time, or {} when you are done.",
                        name(it.environment()),
                        when(it.until()),
                        code("extend " + it.environment() + " by 1h"),
                        code("unclaim " + it.environment()))
                : over(it.environment(), it.standing(), it.until());
    }

    static Line of(Notice.StillUsed it) {
        if (it.standing() != Standing.OPEN) {
            return over(it.environment(), it.standing(), it.until());
        }
        return Line.of("Are you still using {}? ", name(it.environment()))
                .then(why(it))
                .then(Line.of(
                        " Type {}, or let it go with {}. If nothing comes from you before {}, those who help and those"
                                + " who wait hear of it, and it may be taken over.",
                        code("keep " + it.environment()),
                        code("unclaim " + it.environment()),
                        when(it.due())));
    }

    private static Line why(Notice.StillUsed it) {
        return switch (it.reason()) {
            case SILENT -> Line.of("There was no sign of you about it since {}.", when(it.since()));
            case LONG -> Line.of("You have had it since {}.", when(it.since()));
            case WANTED -> Line.of("Somebody waits for it since {}.", when(it.since()));
        };
    }

    static Line of(Notice.Unanswered it) {
        Line line = Line.of(
                "{} was asked {} whether {} is still in use, and has not answered",
                text(it.holder()),
                when(it.asked()),
                name(it.environment()));
        return it.waits()
                ? line.then(Line.of(
                        ". You wait for it: {} makes it yours at once.",
                        code("takeover " + it.environment() + " because …")))
                : line.then(Line.of(
                        ". You help with it: {} keeps it, {} gives it back.",
                        code("keep " + it.environment()),
                        code("unclaim " + it.environment())));
    }

    /** That the holder has not answered, for whoever asks who has it. */
    static Line unanswered(Lease lease, StaleQuestion question) {
        return Line.of(
                "{} was asked whether {} is still in use, and has not answered since {}: {} makes it yours at once.",
                who(lease.holder()),
                name(lease.environment()),
                when(question.asked()),
                code("takeover " + lease.environment() + " because …"));
    }

    private static Line over(EnvironmentId environment, Standing standing, Instant until) {
        return switch (standing) {
            case OPEN, SUPERSEDED -> Line.of("{}: see the newer message below.", name(environment));
            case EXTENDED -> Line.of("{}: extended until {}.", name(environment), when(until));
            case KEPT -> Line.of("{}: you keep it, until {}.", name(environment), when(until));
            case OVER -> Line.of("{}: your lease is over.", name(environment));
        };
    }
}
