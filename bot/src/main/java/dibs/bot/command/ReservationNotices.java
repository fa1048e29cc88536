package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.notice.Notice;
import dibs.bot.reply.Line;
import java.util.List;

/** Notices about reservations in words. */
final class ReservationNotices {
    private ReservationNotices() {}

    static Line near(Notice.ReservationNear it) {
        return Line.of("Your reservation of ")
                .then(ReservationWords.names(it.environments()))
                .then(Line.of(
                        " is from {} until {}: type {} before {}, and it begins by itself; else it lapses. {} lets it"
                                + " go.",
                        when(it.starts()),
                        when(it.ends()),
                        code(ReservationWords.claim(it.environments())),
                        when(it.by()),
                        code("cancel " + it.id())));
    }

    static Line begun(Notice.ReservationBegun it) {
        return verb(
                it.environments(),
                " is yours until {}, as you reserved it.",
                " are yours until {}, as you reserved them.",
                it);
    }

    private static Line verb(List<EnvironmentId> environments, String one, String several, Notice.ReservationBegun it) {
        return ReservationWords.names(environments)
                .then(Line.of(environments.size() == 1 ? one : several, when(it.until())));
    }

    static Line lapsed(Notice.ReservationLapsed it) {
        return Line.of(it.confirmed() ? "Your reservation of " : "You did not confirm your reservation of ")
                .then(ReservationWords.names(it.environments()))
                .then(Line.of(
                        it.confirmed()
                                ? " from {} could not begin before its end."
                                : " from {}: it is free for others.",
                        when(it.starts())));
    }

    static Line missed(Notice.ReservationMissed it) {
        return Line.of("Your reservation of ")
                .then(ReservationWords.names(it.environments()))
                .then(Line.of(
                        " cannot be had from {} until {}: {} has it then. The others of the series stay; {} calls them"
                                + " off.",
                        when(it.starts()),
                        when(it.ends()),
                        text(it.by()),
                        code("cancel " + it.series())));
    }

    static Line cancelled(Notice.ReservationCancelled it) {
        return Line.of("{} called off your reservation of ", text(it.by()))
                .then(ReservationWords.names(it.environments()))
                .then(Line.of(" from {}.", when(it.starts())));
    }

    static Line ended(Notice.ReservationEnded it) {
        return Line.of("What you reserved under {} cannot be held any more, so it comes no longer: ", text(it.series()))
                .then(ReservationWords.names(it.environments()))
                .then(Line.of("."));
    }
}
