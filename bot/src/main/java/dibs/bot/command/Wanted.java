package dibs.bot.command;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Sense;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a list of typed names comes to: the environments, or the answer for the first name that does not do. */
sealed interface Wanted {
    /**
     * Every name means one that will do.
     *
     * @param environments in the order of the names
     * @param remarks what is worth saying about the ways from the names to them
     */
    record All(List<Environment> environments, List<Block> remarks) implements Wanted {
        /** What a single name meant; nothing of several. */
        Facts facts() {
            return environments.size() == 1
                    ? Facts.NONE.about(environments.getFirst().id())
                    : Facts.NONE;
        }
    }

    /** One of them does not do; this is the answer. */
    record No(Reply reply) implements Wanted {}

    /**
     * Looks names up for a command about leases.
     *
     * @param refusal why an environment will not do, or nothing
     */
    static Wanted named(List<String> names, Verb verb, Turn turn, Function<Environment, Optional<Reply>> refusal) {
        return of(
                names.stream()
                        .map(typed -> Lookup.of(typed, Sense.LEASE, verb, turn))
                        .toList(),
                refusal);
    }

    /** As {@link #named}, of names that were looked up. */
    static Wanted of(List<Lookup> lookups, Function<Environment, Optional<Reply>> refusal) {
        List<Environment> environments = new ArrayList<>();
        List<Block> remarks = new ArrayList<>();
        for (Lookup lookup : lookups) {
            switch (lookup) {
                case Lookup.No no -> {
                    return new No(no.reply());
                }
                case Lookup.One one -> {
                    Optional<Reply> refused = refusal.apply(one.environment());
                    if (refused.isPresent()) {
                        return new No(refused.get().after(one.remarks()));
                    }
                    environments.add(one.environment());
                    remarks.addAll(one.remarks());
                }
            }
        }
        return new All(environments, remarks);
    }
}
