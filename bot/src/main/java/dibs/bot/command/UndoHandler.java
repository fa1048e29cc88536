package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.lease.Lease;
import dibs.backend.lease.UndoResult;
import dibs.backend.lease.UndoService;
import dibs.backend.lease.Use;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.stream.Stream;

/** Answers {@code undo}. */
final class UndoHandler {
    private static final String UNDO = Verb.UNDO.word();

    private final UndoService undos;

    UndoHandler(UndoService undos) {
        this.undos = undos;
    }

    Reply handle(Turn turn) {
        return switch (undos.undo(turn.role().includes(Role.GATE), turn.asker())) {
            case UndoResult.HeldAgain again -> heldAgain(again.leases(), again.uses());
            case UndoResult.GivenBack back ->
                Reply.toEveryone(
                        UNDO,
                        Outcome.CHANGED,
                        Facts.NONE.about(back.lease().environment()).with(LeaseView.of(back.lease())),
                        List.of(Block.say(
                                "{} is {}’s again, until {}.",
                                name(back.lease().environment()),
                                who(back.lease().holder()),
                                when(back.lease().until()))));
            case UndoResult.Gone gone ->
                Reply.toAsker(
                        UNDO,
                        Outcome.HELD,
                        Facts.NONE.with(
                                gone.blockers().stream().map(LeaseView::of).toList()),
                        List.of(
                                Block.say(Line.of("Too late, somebody else has it:")),
                                Block.bullets(gone.blockers().stream()
                                        .map(LeaseWords::blocking)
                                        .toList())));
            case UndoResult.Shut shut -> ShutWords.refusal(shut.gates(), Verb.UNDO, Facts.NONE, turn);
            case UndoResult.Over over ->
                Reply.toAsker(
                        UNDO,
                        Outcome.REFUSED,
                        Facts.NONE.about(over.lease().environment()),
                        Block.say(
                                "{} would have ended {}: claim it anew.",
                                name(over.lease().environment()),
                                when(over.lease().until())));
            case UndoResult.Nothing nothing ->
                Reply.toAsker(
                        UNDO,
                        Outcome.REFUSED,
                        Facts.NONE,
                        Block.say("You have given back or taken over nothing in the last ten minutes."));
        };
    }

    private static Reply heldAgain(List<Lease> leases, List<Use> uses) {
        List<LeaseView> views = leases.stream().map(LeaseView::of).toList();
        Facts facts = views.size() == 1
                ? Facts.NONE.about(leases.getFirst().environment()).with(views.getFirst())
                : Facts.NONE.with(views);
        return Reply.toEveryone(
                UNDO,
                Outcome.CHANGED,
                facts,
                Stream.concat(
                                leases.stream()
                                        .map(lease -> Block.say(
                                                "{} is held by {} again, until {}.",
                                                name(lease.environment()),
                                                who(lease.holder()),
                                                when(lease.until()))),
                                uses.stream()
                                        .map(use -> Block.say(
                                                "{} is used by {} again, until {}.",
                                                name(use.environment()),
                                                who(use.person()),
                                                when(use.until()))))
                        .toList());
    }
}
