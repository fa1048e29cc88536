package dibs.bot.digest;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.LeaseFact;
import dibs.backend.lease.Lease;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is held, as far as somebody may have to do something about it today. */
public final class LeaseChapters {
    private LeaseChapters() {}

    /** Leases that end today. */
    public static Chapter ending(Announcements announcements) {
        return new Leases(
                announcements,
                "Ending today",
                today -> fact -> today.holds(fact.lease().until()),
                fact -> Line.of("."));
    }

    /** Leases that others wait for. */
    public static Chapter waitedFor(Announcements announcements) {
        return new Leases(
                announcements,
                "Held while others wait",
                today -> fact -> fact.waiting() > 0,
                fact -> fact.waiting() == 1
                        ? Line.of("; one person waits.")
                        : Line.of("; {} persons wait.", text(Integer.toString(fact.waiting()))));
    }

    /** Leases whose holders did not say whether they still use them. */
    public static Chapter unanswered(Announcements announcements) {
        return new Leases(
                announcements,
                "Held without an answer",
                today -> fact -> fact.unanswered().isPresent(),
                fact -> fact.unanswered()
                        .map(asked -> Line.of("; asked {} whether it is still used.", when(asked)))
                        .orElse(Line.of(".")));
    }

    private record Leases(
            Announcements announcements,
            String title,
            Function<Today, Predicate<LeaseFact>> which,
            Function<LeaseFact, Line> rest)
            implements Chapter {
        @Override
        public List<Item> items(Today today) {
            return announcements.held(today.now()).stream()
                    .filter(which.apply(today))
                    .map(this::item)
                    .toList();
        }

        private Item item(LeaseFact fact) {
            Lease lease = fact.lease();
            Line line = Line.of("{}: {} until {}", name(lease.environment()), who(lease.holder()), when(lease.until()));
            return new Item(
                    lease.environment(),
                    line.then(rest.apply(fact)),
                    line.then(Line.of(".")),
                    Map.of("lease", LeaseView.of(lease), "waiting", fact.waiting()));
        }
    }
}
