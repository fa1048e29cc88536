package dibs.bot.command;

import dibs.backend.person.WorkingHours;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.time.HoursWords;
import dibs.bot.time.ZoneWords;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What may follow {@code me}. */
final class SettingsGrammar {
    private SettingsGrammar() {}

    static Command me(Words words) {
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
                remind = Optional.of(TimeWords.duration(words));
            } else {
                throw CommandParser.extra(words, Verb.ME);
            }
        }
        return new Command.Me(zone, hours, remind);
    }

    private static Line what(String example) {
        return Line.of("Something is missing or odd there: write it as in {}.", Inline.code(example));
    }
}
