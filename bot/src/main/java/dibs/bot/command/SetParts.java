package dibs.bot.command;

import static dibs.bot.reply.Inline.code;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Environment.ReleaseParts;
import dibs.backend.environment.Environment.ReleaseSet;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a set's name with its product and version comes to. */
sealed interface SetParts {
    /**
     * All its parts.
     *
     * @param claims what is held: the release's slot first
     * @param uses what is recorded as used
     * @param bundle what ties them together in the store
     * @param remarks what is fragile about them, said once
     */
    record Parts(Environment set, List<Environment> claims, List<Environment> uses, String bundle, List<Block> remarks)
            implements SetParts {}

    /** It comes to nothing; this is the answer. */
    record No(Reply reply) implements SetParts {}

    /** The parts of a set for a release as typed. */
    static SetParts of(String typedSet, Optional<String> release, Verb verb, Turn turn) {
        return switch (Lookup.of(typedSet, Sense.LEASE, verb, turn)) {
            case Lookup.No no -> new No(no.reply());
            case Lookup.One one -> {
                ReleaseSet set = one.environment().releases().orElseThrow();
                yield release.map(typed -> of(one.environment(), set, typed, verb, turn))
                        .orElseGet(() -> new No(misunderstood(one.environment(), set, verb)));
            }
        };
    }

    private static SetParts of(Environment set, ReleaseSet releases, String typed, Verb verb, Turn turn) {
        Optional<Environment> slot = slot(typed, turn);
        Optional<ReleaseParts> parts = slot.flatMap(
                        environment -> environment.belongs().product())
                .flatMap(product -> turn.catalog().releaseParts(set.id(), product));
        if (slot.isEmpty() || parts.isEmpty()) {
            return new No(misunderstood(set, releases, verb));
        }
        List<Environment> claims = new ArrayList<>();
        claims.add(slot.get());
        claims.addAll(environments(parts.get().claims(), turn));
        List<Block> remarks = releases.warnings().isEmpty()
                ? List.of()
                : List.of(Block.bullets(releases.warnings().stream()
                        .map(warning -> Line.of("{}", Inline.text(warning)))
                        .toList()));
        return new Parts(
                set,
                claims,
                environments(parts.get().uses(), turn),
                bundle(set.id(), slot.get().id()),
                remarks);
    }

    /** What ties the parts of one release together. */
    static String bundle(EnvironmentId set, EnvironmentId slot) {
        return set + " " + slot;
    }

    /** The slot of a release as typed, or nothing. */
    static Optional<Environment> slot(String typed, Turn turn) {
        return turn.catalog().names().resolve(typed, Sense.LEASE) instanceof Resolution.Found found
                        && found.environment().kind() == Kind.RELEASE_SLOT
                ? Optional.of(found.environment())
                : Optional.empty();
    }

    private static List<Environment> environments(List<EnvironmentId> ids, Turn turn) {
        return ids.stream().flatMap(id -> turn.catalog().find(id).stream()).toList();
    }

    /** The answer to whoever names a set among other things. */
    static Reply alone(Environment set, Verb verb) {
        return misunderstood(set, set.releases().orElseThrow(), verb);
    }

    private static Reply misunderstood(Environment set, ReleaseSet releases, Verb verb) {
        String product = releases.products().keySet().iterator().next();
        return Reply.toAsker(
                verb.word(),
                Outcome.MISUNDERSTOOD,
                Facts.NONE.about(set.id()),
                Block.say(Line.of(
                                "Of which release? Type {}. Products: ",
                                code(verb.word() + " " + set.id() + " " + product + " 145.0b3"))
                        .then(Line.list(releases.products().keySet().stream()
                                .map(Inline::name)
                                .toList()))
                        .then(Line.of("."))));
    }
}
