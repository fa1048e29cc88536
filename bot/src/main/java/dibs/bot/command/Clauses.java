package dibs.bot.command;

import dibs.bot.command.Command.End;
import dibs.bot.reply.Line;
import dibs.bot.time.Durations;
import dibs.bot.time.Reading;
import dibs.bot.time.TimePoint;
import dibs.bot.time.TimePoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What follows the names: until when, with whom, and why.
 *
 * @param end until when, where it was said
 * @param helpers names of persons
 * @param purpose why, as typed
 */
record Clauses(Optional<End> end, List<String> helpers, Optional<String> purpose) {
    private static final Set<String> UNTIL = Set.of("until", "till", "til");
    private static final Set<String> BY = Set.of("by", "for", "another");

    /** Reads all that is left: clauses first, then the purpose, whose own last words may be a clause again. */
    static Clauses read(Words words) {
        Optional<End> end = Optional.empty();
        List<String> helpers = new ArrayList<>();
        while (!words.done()) {
            Optional<End> here = end.isPresent() ? Optional.empty() : end(words);
            if (here.isPresent()) {
                end = here;
            } else if (!helpers(words, helpers)) {
                break;
            }
        }
        words.take("for", "because");
        List<String> why = new ArrayList<>(words.take(words.rest().size()));
        if (end.isEmpty()) {
            end = trailing(why);
        }
        return new Clauses(end, List.copyOf(helpers), purpose(why));
    }

    /** {@code for 2h} or {@code until 17:00}, read when it is there; {@code for} without a duration begins the purpose. */
    static Optional<End> end(Words words) {
        if (UNTIL.contains(words.keyword())) {
            words.take(1);
            return Optional.of(new End.Until(TimeWords.moment(words)));
        }
        if (!words.keyword().equals("for")) {
            return Optional.empty();
        }
        List<String> after = words.rest().subList(1, words.rest().size());
        return switch (Durations.read(after)) {
            case Reading.Ok<Duration> ok -> {
                words.take(1 + ok.words());
                yield Optional.of(new End.For(ok.value()));
            }
            case Reading.Bad<Duration> bad -> throw new Misreading(TimeWords.bad(bad, after));
            case Reading.None<Duration> none -> Optional.empty();
        };
    }

    private static boolean helpers(Words words, List<String> helpers) {
        if (!words.keyword().equals("with") || !words.atPerson(1)) {
            return false;
        }
        words.take(1);
        for (Optional<String> person = words.takePerson(); person.isPresent(); person = words.takePerson()) {
            helpers.add(person.get());
            if (words.keyword().equals("and") && words.atPerson(1)) {
                words.take(1);
            }
        }
        return true;
    }

    /** An end at the very end of a purpose, as in "testing the signer for 2h"; it is cut off there. */
    private static Optional<End> trailing(List<String> why) {
        for (int i = why.size() - 2; i >= 0; i--) {
            String keyword = Words.keyword(why.get(i));
            List<String> after = why.subList(i + 1, why.size());
            Optional<End> end = Optional.empty();
            if (keyword.equals("for")
                    && Durations.read(after) instanceof Reading.Ok<Duration> ok
                    && ok.words() == after.size()) {
                end = Optional.of(new End.For(ok.value()));
            } else if (UNTIL.contains(keyword)
                    && TimePoints.read(after) instanceof Reading.Ok<TimePoint> ok
                    && ok.words() == after.size()) {
                end = Optional.of(new End.Until(ok.value()));
            }
            if (end.isPresent()) {
                why.subList(i, why.size()).clear();
                return end;
            }
        }
        return Optional.empty();
    }

    /** All that is left, as a person's own words; nothing when nothing is left. */
    static Optional<String> text(Words words) {
        return purpose(words.take(words.rest().size()));
    }

    private static Optional<String> purpose(List<String> why) {
        String purpose = String.join(" ", why);
        if (purpose.codePointCount(0, purpose.length()) > CommandParser.LONGEST_PURPOSE) {
            throw new Misreading(
                    Line.of("That text is too long: keep it under " + CommandParser.LONGEST_PURPOSE + " characters."));
        }
        return purpose.isBlank() ? Optional.empty() : Optional.of(purpose);
    }

    /** Whether the words go on with an end rather than with a name. */
    static boolean opensEnd(Words words) {
        return BY.contains(words.keyword())
                || UNTIL.contains(words.keyword())
                || words.keyword().equals("to")
                || Durations.read(words.rest()) instanceof Reading.Ok<Duration>;
    }

    /** {@code by 1h}, {@code for 1h}, {@code 1h}, {@code until …}, {@code to …}, or nothing. */
    static Optional<End> extension(Words words) {
        if (words.done()) {
            return Optional.empty();
        }
        if (words.take("until", "till", "til", "to")) {
            return Optional.of(new End.Until(TimeWords.moment(words)));
        }
        words.take("by", "for", "another");
        return Optional.of(new End.For(TimeWords.duration(words)));
    }

    /** {@code since monday}, {@code since 2026-11-20}, {@code last 3 days}, or nothing. */
    static Command history(Optional<String> name, Words words) {
        if (words.done()) {
            return new Command.HistoryOf(name, Optional.empty(), Optional.empty());
        }
        boolean last = words.take("last");
        if (!last && !words.take("since")) {
            throw CommandParser.extra(words, Verb.HISTORY);
        }
        Command.HistoryOf history;
        if (last || Durations.read(words.rest()) instanceof Reading.Ok<Duration>) {
            history = new Command.HistoryOf(name, Optional.empty(), Optional.of(TimeWords.duration(words)));
            words.take("ago");
        } else {
            history = new Command.HistoryOf(name, Optional.of(TimeWords.moment(words)), Optional.empty());
        }
        if (!words.done()) {
            throw CommandParser.extra(words, Verb.HISTORY);
        }
        return history;
    }
}
