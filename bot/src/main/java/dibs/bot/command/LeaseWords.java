package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.lease.Blocker;
import dibs.backend.lease.Lease;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;

/** How leases are spoken of, the same everywhere. */
final class LeaseWords {
    private LeaseWords() {}

    /** Who, since when, until when, with whom and why. */
    static Line holding(Lease lease) {
        Line line = Line.of(
                "{}: held by {} since {}, until {}",
                name(lease.environment()),
                who(lease.holder()),
                when(lease.since()),
                when(lease.until()));
        return withWhomAndWhy(line, lease);
    }

    /** The reader's own lease. */
    static Line yours(Lease lease) {
        Line line = Line.of("{} is yours until {}", name(lease.environment()), when(lease.until()));
        return withWhomAndWhy(line, lease);
    }

    /** What stands in the way. */
    static Line blocking(Blocker blocker) {
        return switch (blocker.state()) {
            case HELD -> blocker.lease().map(LeaseWords::holding).orElseGet(() -> standing("held by", blocker));
            case OFFERED -> standing("offered to", blocker);
            case RESERVED ->
                Line.of(
                        "{}: reserved by {} from {} until {}.",
                        name(blocker.environment()),
                        who(blocker.by()),
                        when(blocker.from()),
                        when(blocker.until()));
        };
    }

    private static Line withWhomAndWhy(Line line, Lease lease) {
        Line whom = lease.helpers().isEmpty()
                ? line
                : line.then(Line.of(", with "))
                        .then(Line.list(
                                lease.helpers().stream().map(Inline::who).toList()));
        return Inline.Purpose.of(lease)
                .map(purpose -> whom.then(Line.of("{}.", purpose)))
                .orElseGet(() -> whom.then(Line.of(".")));
    }

    private static Line standing(String how, Blocker blocker) {
        return Line.of(
                "{}: " + how + " {} until {}.", name(blocker.environment()), who(blocker.by()), when(blocker.until()));
    }
}
