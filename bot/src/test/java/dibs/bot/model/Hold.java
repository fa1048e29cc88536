package dibs.bot.model;

import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A lease as the rules have it, with what is open about it. */
final class Hold {
    final String environment;
    final List<String> units;
    final String holder;
    final List<String> helpers;
    final long token;
    final Instant since;
    final Optional<String> purpose;
    final Optional<String> bundle;

    Instant until;
    Instant seen;
    boolean ended;
    Optional<Offer> offer = Optional.empty();
    Optional<Wish> wish = Optional.empty();
    final Map<String, Instant> nudged = new HashMap<>();

    /** The holder's offer of it to somebody, who then has it until then. */
    record Offer(String to, Instant until) {}

    /** Somebody's wish to take it over, who may from then on. */
    record Wish(String by, Instant due) {}

    Hold(
            String environment,
            Collection<String> units,
            String holder,
            Collection<String> helpers,
            long token,
            Instant since,
            Instant until,
            Optional<String> purpose,
            Optional<String> bundle) {
        this.environment = environment;
        this.units = units.stream().sorted().toList();
        this.holder = holder;
        this.helpers = new ArrayList<>();
        this.token = token;
        this.since = since;
        this.until = until;
        this.seen = since;
        this.purpose = purpose;
        this.bundle = bundle;
        help(helpers);
    }

    /** Adds those helpers that are neither the holder nor helpers yet. */
    void help(Collection<String> more) {
        more.stream().filter(person -> !belongsTo(person)).forEach(helpers::add);
    }

    boolean belongsTo(String person) {
        return holder.equals(person) || helpers.contains(person);
    }

    boolean touches(Collection<String> any) {
        return units.stream().anyMatch(any::contains);
    }

    boolean offeredTo(String person) {
        return offer.filter(it -> it.to().equals(person)).isPresent();
    }

    /** As scripts see it, without its id, and without who is privy to its purpose. */
    LeaseView view() {
        return view("held");
    }

    LeaseView view(String state) {
        return new LeaseView(
                Optional.empty(),
                environment,
                units,
                holder,
                List.copyOf(helpers),
                Optional.of(token),
                since,
                until,
                purpose.map(words -> new Inline.Purpose(words, Set.of())),
                state);
    }
}
