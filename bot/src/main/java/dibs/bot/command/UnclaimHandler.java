package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReleaseResult;
import dibs.backend.lease.UseService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers {@code unclaim}. */
final class UnclaimHandler {
    private static final String UNCLAIM = Verb.UNCLAIM.word();

    private final LeaseService leases;
    private final UseService uses;
    private final OnlyOne onlyOne;

    UnclaimHandler(LeaseService leases, UseService uses, OnlyOne onlyOne) {
        this.leases = leases;
        this.uses = uses;
        this.onlyOne = onlyOne;
    }

    Reply handle(Command.Unclaim unclaim, Turn turn) {
        if (unclaim.all()) {
            return answer(leases.releaseAll(Optional.empty(), turn.asker()), Facts.NONE, true, turn);
        }
        return switch (wanted(unclaim, turn)) {
            case Wanted.No no -> no.reply();
            case Wanted.All wanted ->
                answer(
                                leases.release(wanted.environments(), turn.asker()),
                                wanted.facts(),
                                wanted.environments().size() > 1,
                                turn)
                        .after(wanted.remarks());
        };
    }

    private Wanted wanted(Command.Unclaim unclaim, Turn turn) {
        return unclaim.names().isEmpty()
                ? Wanted.of(List.of(onlyOne.of(Verb.UNCLAIM, turn)), environment -> Optional.empty())
                : Wanted.named(unclaim.names(), Verb.UNCLAIM, turn, environment -> Optional.empty());
    }

    Reply handle(Command.UnclaimSet unclaim, Turn turn) {
        return Lookup.of(unclaim.set(), Sense.LEASE, Verb.UNCLAIM, turn).then(set -> {
            Facts facts = Facts.NONE.about(set.id());
            List<String> bundles = bundles(set.id(), turn);
            Optional<String> wanted = unclaim.release()
                    .flatMap(typed -> SetParts.slot(typed, turn))
                    .map(slot -> SetParts.bundle(set.id(), slot.id()));
            if (unclaim.release().isEmpty() && bundles.size() > 1) {
                return Reply.toAsker(
                        UNCLAIM,
                        Outcome.AMBIGUOUS,
                        facts,
                        Block.say(Line.of("You have several; say which: ")
                                .then(Line.list(bundles.stream()
                                        .map(bundle -> Inline.code(UNCLAIM + " " + bundle))
                                        .toList()))
                                .then(Line.of("."))));
            }
            Optional<String> bundle =
                    unclaim.release().isPresent() ? wanted : bundles.stream().findFirst();
            return bundle.filter(bundles::contains)
                    .map(mine -> answer(leases.releaseAll(Optional.of(mine), turn.asker()), facts, true, turn))
                    .orElseGet(() -> Ownership.notHeld(UNCLAIM, set.id()));
        });
    }

    /** What the speaker has of the set, release by release. */
    private List<String> bundles(EnvironmentId set, Turn turn) {
        Stream<Optional<String>> held = leases.held(turn.now()).stream()
                .filter(lease -> lease.holder().id().equals(turn.person().id()))
                .map(Lease::bundle);
        Stream<Optional<String>> used =
                uses.by(turn.person().id(), turn.now()).stream().map(use -> use.bundle());
        return Stream.concat(held, used)
                .flatMap(Optional::stream)
                .filter(bundle -> bundle.startsWith(set + " "))
                .distinct()
                .toList();
    }

    private static Reply answer(ReleaseResult result, Facts facts, boolean several, Turn turn) {
        return switch (result) {
            case ReleaseResult.Released released -> released(released, facts, several, turn);
            case ReleaseResult.NotHeld notHeld -> Ownership.notHeld(UNCLAIM, notHeld.environment());
            case ReleaseResult.Anothers other ->
                Ownership.anothers(UNCLAIM, other.lease().environment(), other.lease());
            case ReleaseResult.PartOf part -> Ownership.partOf(UNCLAIM, part.environment(), part.lease());
            case ReleaseResult.Nothing nothing ->
                Reply.toAsker(UNCLAIM, Outcome.NOT_HELD, facts, Block.say("You hold nothing right now."));
        };
    }

    private static Reply released(ReleaseResult.Released released, Facts facts, boolean several, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        released.leases()
                .forEach(lease -> blocks.add(Block.say(
                        "{} is free; it would have been {} until {}.",
                        name(lease.environment()),
                        Ownership.of(lease, turn),
                        when(lease.until()))));
        released.uses().forEach(use -> blocks.add(Block.say("You no longer use {}.", name(use.environment()))));
        List<LeaseView> views = released.leases().stream().map(LeaseView::of).toList();
        Facts all = views.isEmpty() ? facts : several ? facts.with(views) : facts.with(views.getFirst());
        Facts withUses = released.uses().isEmpty()
                ? all
                : all.listing(released.uses().stream().map(UseWords::item).toList());
        return Reply.toEveryone(UNCLAIM, Outcome.RELEASED, withUses, blocks);
    }
}
