package dibs.bot.model;

import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import java.util.Collection;
import java.util.List;

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

    static Expected with(Outcome outcome, Collection<Hold> leases) {
        return new Expected(outcome, leases.stream().map(Hold::view).toList());
    }
}
