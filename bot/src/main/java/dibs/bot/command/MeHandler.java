package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.lease.WaitService;
import dibs.backend.lease.WatchService;
import dibs.backend.person.Account;
import dibs.backend.person.Directory;
import dibs.backend.person.Person;
import dibs.backend.person.WorkingHours;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers {@code me}. */
final class MeHandler {
    private static final String ME = Verb.ME.word();

    private final Directory directory;
    private final WaitService lines;
    private final WatchService watches;

    MeHandler(Directory directory, WaitService lines, WatchService watches) {
        this.directory = directory;
        this.lines = lines;
        this.watches = watches;
    }

    Reply handle(Command.Me me, Turn turn) {
        boolean changes =
                me.zone().isPresent() || me.hours().isPresent() || me.remind().isPresent();
        Person person = changes ? directory.set(turn.person().id(), me.zone(), me.hours(), me.remind()) : turn.person();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                "You are {}, and you may {}.",
                Inline.who(person.ref()),
                text(turn.role().name().toLowerCase(Locale.ROOT))));
        blocks.add(Block.bullets(settings(person, person.zone().orElse(turn.zone()))));
        if (!changes) {
            blocks.addAll(open(turn));
        }
        return Reply.toAsker(ME, changes ? Outcome.CHANGED : Outcome.SHOWN, Facts.NONE, blocks);
    }

    /** What the speaker waits for and watches. */
    private List<Block> open(Turn turn) {
        List<Line> open =
                new ArrayList<>(LineWords.waits(lines.places(turn.person().id(), turn.now())));
        watches.of(turn.person().id())
                .forEach(id -> open.add(Line.of("watching {}; {} ends that", name(id), code("cancel " + id))));
        return open.isEmpty() ? List.of() : List.of(Block.bullets(open));
    }

    Reply handle(Command.Link link, Turn turn) {
        return link.code().map(code -> join(code, turn)).orElseGet(() -> {
            String code = directory.newCode(turn.person().id(), turn.message(), turn.now());
            return Reply.toAsker(
                    ME,
                    Outcome.CONFIRM,
                    Facts.NONE.code(code),
                    Block.say(
                            "From your other account, type {} within {}. Whoever types it becomes you: show it to"
                                    + " nobody.",
                            Inline.code("me link " + code),
                            length(Directory.CODE_LASTS)));
        });
    }

    private Reply join(String code, Turn turn) {
        return directory
                .join(code, turn.person().id(), turn.message(), turn.now())
                .map(person -> Reply.toAsker(
                        ME,
                        Outcome.CHANGED,
                        Facts.NONE,
                        List.of(
                                Block.say("Your accounts are joined: you are {}.", Inline.who(person.ref())),
                                Block.bullets(settings(person, person.zoneOr(turn.zone()))))))
                .orElseGet(() -> Reply.toAsker(
                        ME,
                        Outcome.REFUSED,
                        Facts.NONE,
                        Block.say(
                                "That code is not, or no longer, good: type {} in your other account for a new one.",
                                Inline.code("me link"))));
    }

    private static List<Line> settings(Person person, ZoneId zone) {
        return List.of(
                Line.of(
                        "accounts: {}",
                        text(String.join(
                                ", ",
                                person.accounts().stream()
                                        .map(Account::id)
                                        .map(Object::toString)
                                        .toList()))),
                Line.of("zone: {}{}", text(zone.getId()), chosen(person.zone())),
                Line.of("hours: {}{}", text(hours(person)), chosen(person.hours())),
                person.remind()
                        .map(MeHandler::remind)
                        .orElseGet(() -> Line.of("reminders: as each environment has them")));
    }

    /** The working hours that count for the person, in words. */
    static String hours(Person person) {
        WorkingHours hours = person.hours().orElse(WorkingHours.USUAL);
        String days = hours.days().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
        return hours.from() + " to " + hours.to() + ", " + days;
    }

    private static Line remind(Duration lead) {
        return lead.isZero()
                ? Line.of("reminders: none before the end")
                : Line.of("reminders: {} before the end", length(lead));
    }

    private static Inline chosen(Optional<?> setting) {
        return text(setting.isPresent() ? "" : " (not chosen by you)");
    }
}
