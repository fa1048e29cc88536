package dibs.bot.command;

import dibs.backend.person.WorkingHours;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.time.HoursWords;
import dibs.bot.time.ZoneWords;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What may follow {@code me}, {@code dm} and {@code quiet}. */
final class SettingsGrammar {
    private SettingsGrammar() {}

    static Command me(Words words) {
        if (words.take("link")) {
            return link(words);
        }
        Optional<ZoneId> zone = Optional.empty();
        Optional<WorkingHours> hours = Optional.empty();
        Optional<Duration> remind = Optional.empty();
        while (!words.done()) {
            if (words.take("zone", "timezone", "tz")) {
                zone = Optional.of(TimeWords.taken(ZoneWords.read(words.rest()), words, what("me zone Europe/Berlin")));
            } else if (words.take("hours")) {
                hours = Optional.of(
                        TimeWords.taken(HoursWords.read(words.rest()), words, what("me hours 9-17 mon-fri")));
            } else if (words.take("remind", "reminder")) {
                boolean never = words.take("never", "off", "none", "no", "0", "0m");
                remind = Optional.of(never ? Duration.ZERO : TimeWords.duration(words));
            } else {
                throw CommandParser.extra(words, Verb.ME);
            }
        }
        return new Command.Me(zone, hours, remind);
    }

    private static Command link(Words words) {
        if (words.done()) {
            return new Command.Link(Optional.empty());
        }
        String code = words.keyword();
        words.take(1);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.ME);
        }
        return new Command.Link(Optional.of(code));
    }

    static Command dm(Words words) {
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.DM);
        }
        return new Command.Dm();
    }

    static Command digest(Words words) {
        Politeness.drop(words);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.DIGEST);
        }
        return new Command.DigestOfToday();
    }

    static Command quiet(Words words) {
        if (words.done()) {
            return new Command.Quiet(Optional.empty());
        }
        boolean off = words.take("off", "stop", "end");
        if (!off) {
            words.take("for");
        }
        Duration length = off ? Duration.ZERO : TimeWords.duration(words);
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.QUIET);
        }
        return new Command.Quiet(Optional.of(length));
    }

    private static Line what(String example) {
        return Line.of("Something is missing or odd there: write it as in {}.", Inline.code(example));
    }
}
