package dibs.bot.model;

import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command must come to.
 *
 * @param leases that the answer shows, in the order asked where something was granted
 */
record Expected(Outcome outcome, List<LeaseView> leases) {
    static Expected only(Outcome outcome) {
        return new Expected(outcome, List.of());
    }

    static Expected with(Outcome outcome, Hold lease) {
        return with(outcome, List.of(lease));
    }

    /** With what stands in the way: leases, and what is kept for others. */
    static Expected held(Collection<Hold> leases, Collection<LeaseView> kept) {
        return new Expected(
                Outcome.HELD,
                Stream.concat(leases.stream().map(Hold::view), kept.stream())
                        .distinct()
                        .toList());
    }

    static Expected with(Outcome outcome, Collection<Hold> leases) {
        return new Expected(outcome, leases.stream().map(Hold::view).toList());
    }
}
