package dibs.bot.announcement;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.announcement.LeaseFact;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.Untidied;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Leases in the words of a board and of messages of their own.
 *
 * @param outsiders whether people of other organisations read along: then it is name, holder and end, and nothing else
 */
record LeasePosts(boolean outsiders) {
    /** So far ahead a board shows what is reserved. */
    static final Duration AHEAD = Duration.ofDays(1);

    private static final int LONGEST_BOARD = 40;
    private static final int MOST_RESERVED = 10;
    private static final int LONGEST_PURPOSE = 120;

    /**
     * What is held, a line each, what is reserved soon, and what is free and not tidied; without the moment that it is as of.
     *
     * @param shut whether a gate keeps people from some of it
     */
    List<Block> board(List<LeaseFact> held, List<Untidied> left, List<Reservation> reserved, boolean shut) {
        List<Block> blocks = new ArrayList<>(held(held, shut || !reserved.isEmpty()));
        if (!reserved.isEmpty() && !outsiders) {
            blocks.addAll(reserved(reserved));
        }
        List<Inline> names = left.stream()
                .map(part -> part.unit().value())
                .limit(LONGEST_BOARD)
                .map(Inline::name)
                .toList();
        if (!names.isEmpty() && !outsiders) {
            blocks.add(Block.say(
                    Line.of("Free, not tidied: ").then(Line.list(names)).then(Line.of("."))));
        }
        return blocks;
    }

    private static List<Block> reserved(List<Reservation> reserved) {
        List<Line> lines = new ArrayList<>(reserved.stream()
                .limit(MOST_RESERVED)
                .map(it -> Line.list(it.environments().stream()
                                .<Inline>map(Inline::name)
                                .toList())
                        .then(Line.of(
                                ": for {} from {} until {}.", who(it.person()), when(it.starts()), when(it.ends()))))
                .toList());
        if (reserved.size() > MOST_RESERVED) {
            lines.add(Line.of(
                    "and {} more: type {}.",
                    text(Integer.toString(reserved.size() - MOST_RESERVED)),
                    code("leases upcoming")));
        }
        return List.of(Block.say("Reserved within a day:"), Block.bullets(lines));
    }

    private List<Block> held(List<LeaseFact> held, boolean notAll) {
        if (held.isEmpty()) {
            return List.of(Block.say(notAll ? "Nothing is held." : "Nothing is held: all is free."));
        }
        List<Line> lines = new ArrayList<>(held.stream()
                .limit(LONGEST_BOARD)
                .map(fact -> rest(
                        Line.of(
                                "{}: {} until {}",
                                name(fact.lease().environment()),
                                who(fact.lease().holder()),
                                when(fact.lease().until())),
                        fact))
                .toList());
        if (held.size() > LONGEST_BOARD) {
            lines.add(Line.of(
                    "and {} more: type {}.", text(Integer.toString(held.size() - LONGEST_BOARD)), code("leases")));
        }
        return List.of(Block.say("Held now:"), Block.bullets(lines));
    }

    /** What a board says once nobody keeps it. */
    static List<Block> given() {
        return List.of(Block.say("This board is no longer kept: type {} to see what is held.", code("leases")));
    }

    /** One lease, held or ended. */
    List<Block> one(LeaseFact fact) {
        Lease lease = fact.lease();
        return List.of(Block.say(fact.ended()
                .map(ended -> Line.of(
                        "{}: {} had it until {}{}",
                        name(lease.environment()),
                        who(lease.holder()),
                        when(ended),
                        text(ending(lease))))
                .orElseGet(() -> rest(
                        Line.of(
                                "{}: {} has it until {}",
                                name(lease.environment()),
                                who(lease.holder()),
                                when(lease.until())),
                        fact))));
    }

    private String ending(Lease lease) {
        if (outsiders) {
            return ".";
        }
        return switch (lease.state()) {
            case RELEASED -> ", and gave it back.";
            case TAKEN -> ", then it was taken over.";
            case HANDED_OVER -> ", and handed it over.";
            case HELD, EXPIRED -> ", and the time was up.";
        };
    }

    private Line rest(Line line, LeaseFact fact) {
        if (outsiders) {
            return line.then(Line.of("."));
        }
        Lease lease = fact.lease();
        Line whom = lease.helpers().isEmpty()
                ? line
                : line.then(Line.of(", with "))
                        .then(Line.list(
                                lease.helpers().stream().map(Inline::who).toList()));
        Line why = purpose(lease)
                .map(purpose -> whom.then(Line.of(": {}.", quote(purpose))))
                .orElseGet(() -> whom.then(Line.of(".")));
        Line waiting = switch (fact.waiting()) {
            case 0 -> why;
            case 1 -> why.then(Line.of(" One person waits for it."));
            default -> why.then(Line.of(" {} persons wait for it.", text(Integer.toString(fact.waiting()))));
        };
        return fact.unanswered()
                .map(asked -> waiting.then(Line.of(" {} has not answered since {}.", who(lease.holder()), when(asked))))
                .orElse(waiting);
    }

    private static Optional<String> purpose(Lease lease) {
        return Inline.Purpose.of(lease)
                .flatMap(purpose -> purpose.readBy(View.MEMBERS))
                .map(LeasePosts::cut);
    }

    private static String cut(String purpose) {
        if (purpose.codePointCount(0, purpose.length()) <= LONGEST_PURPOSE) {
            return purpose;
        }
        return purpose.substring(0, purpose.offsetByCodePoints(0, LONGEST_PURPOSE - 1)) + "…";
    }
}
