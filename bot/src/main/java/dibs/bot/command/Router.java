package dibs.bot.command;

import dibs.backend.person.Role;
import dibs.bot.reply.Audience;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From a command to the one handler that answers it; a command without one does not compile. */
final class Router {
    private final ClaimHandler claim;
    private final UsingHandler using;
    private final ExtendHandler extend;
    private final UnclaimHandler unclaim;
    private final WhoIsUsingHandler whoIsUsing;
    private final LeasesHandler leases;
    private final WaitHandler wait;
    private final WatchHandler watch;
    private final TransferHandler transfer;
    private final HandoverHandler handover;
    private final CancelHandler cancel;
    private final Tidying tidying;
    private final UndoHandler undo;
    private final ReserveHandler reserve;
    private final UnreserveHandler unreserve;
    private final EnvHandler env;
    private final ImpactHandler impact;
    private final HealthHandler health;
    private final HealthAside aside;
    private final HistoryHandler history;
    private final IsSafeHandler isSafe;
    private final PolicyHandler policy;
    private final WaiverHandler waivers;
    private final GateHandler gates;
    private final FreezeHandler freezes;
    private final MeHandler me;
    private final DigestHandler digest;
    private final QuietHandler quiet;
    private final LateHandler late;
    private final HelpHandler help = new HelpHandler();

    Router(Conversation.Services services) {
        Persons persons = new Persons(services.directory());
        OnlyOne onlyOne = new OnlyOne(services.leases(), services.uses());
        Asking asking = new Asking(
                services.rules().source(),
                services.rules().verdicts(),
                services.rules().people());
        tidying = new Tidying(services.tidying());
        claim = new ClaimHandler(services.leases(), services.uses(), persons, asking, services.gates());
        using = new UsingHandler(services.uses(), asking, services.gates());
        isSafe = new IsSafeHandler(services.rules(), asking, services.health());
        extend = new ExtendHandler(services.leases(), services.uses(), onlyOne);
        unclaim = new UnclaimHandler(services.leases(), services.uses(), onlyOne);
        whoIsUsing = new WhoIsUsingHandler(
                services.leases(),
                services.uses(),
                services.lines(),
                services.reservations(),
                tidying,
                services.gates());
        leases = new LeasesHandler(
                services.leases(), services.reservations(), persons, tidying, services.lines(), services.gates());
        wait = new WaitHandler(services.lines());
        watch = new WatchHandler(services.watches(), services.health());
        transfer = new TransferHandler(services.transfers(), onlyOne);
        handover = new HandoverHandler(services.transfers(), persons);
        cancel = new CancelHandler(services.transfers());
        undo = new UndoHandler(services.undos());
        reserve = new ReserveHandler(services.reservations(), asking);
        unreserve = new UnreserveHandler(services.reservations());
        env = new EnvHandler(services.leases(), services.reservations(), tidying, services.gates());
        impact = new ImpactHandler(services.gates());
        aside = new HealthAside(services.health());
        health = new HealthHandler(services.health(), services.troubles(), services.gates());
        history = new HistoryHandler(services.history());
        Conversation.Rules rules = services.rules();
        policy = new PolicyHandler(rules.source(), rules.book(), rules.waivers(), rules.judgements());
        waivers = new WaiverHandler(rules.source(), rules.waivers(), rules.confirmations());
        gates = new GateHandler(
                services.gates(), new Takedown(services.gates().freezes(), asking, rules.confirmations()));
        freezes = new FreezeHandler(services.gates().freezes());
        late = new LateHandler(rules.confirmations());
        me = new MeHandler(services.directory(), services.lines(), services.watches());
        digest = new DigestHandler(services.digest(), services.gates().freezes());
        quiet = new QuietHandler(services.announcements(), services.homes());
    }

    /** What is true now, where the lease that a button was about is over; nothing while it goes on. */
    Optional<Reply> over(Inbound.About about, Turn turn) {
        return whoIsUsing.over(about, turn);
    }

    /** The answer to a line. */
    Reply read(String line, Turn turn) {
        return switch (new CommandParser(turn.catalog().names()).parse(line)) {
            case Parsed.Understood understood -> handle(understood.command(), turn);
            case Parsed.Misunderstood misunderstood ->
                new Reply(
                        misunderstood.verb().map(Verb::word),
                        Outcome.MISUNDERSTOOD,
                        Audience.ASKER,
                        List.of(Block.say(misunderstood.why())),
                        Facts.NONE);
        };
    }

    /** Keeps a line until it is confirmed, where it is one that is understood. */
    Reply offer(String line, Instant then, Turn turn) {
        return new CommandParser(turn.catalog().names()).parse(line) instanceof Parsed.Understood understood
                ? late.offer(understood.command().verb(), line, then, turn)
                : read(line, turn);
    }

    /** A line that was kept: a message of its own, since the one that confirms it has its answer already. */
    private Reply again(String line, Turn turn) {
        return read(line, turn.behind("said"));
    }

    /** A platform that has direct rooms to open does it itself. */
    private static Reply elsewhere() {
        return Reply.toAsker(
                Verb.DM.word(),
                Outcome.REFUSED,
                Facts.NONE,
                Block.say("That is for Matrix, where a room may be one that I cannot read: here, just write to me."));
    }

    /** What there is to know of what was granted. */
    private Reply granted(Reply reply, Turn turn) {
        return aside.warning(tidying.with(reply, turn), turn);
    }

    Reply handle(Command command, Turn turn) {
        Role needed = command.verb().role();
        if (!turn.role().includes(needed)) {
            return Refusals.role(command.verb(), needed, turn);
        }
        return switch (command) {
            case Command.Claim it -> granted(claim.handle(it, turn), turn);
            case Command.ClaimAny it -> granted(claim.handle(it, turn), turn);
            case Command.ClaimSet it -> granted(claim.handle(it, turn), turn);
            case Command.Using it -> aside.last(using.handle(it, turn), turn);
            case Command.Extend it -> extend.handle(it, turn);
            case Command.Unclaim it -> tidying.with(unclaim.handle(it, turn), turn);
            case Command.UnclaimSet it -> tidying.with(unclaim.handle(it, turn), turn);
            case Command.WhoIsUsing it -> aside.last(whoIsUsing.handle(it, turn), turn);
            case Command.Leases it -> leases.handle(it, turn);
            case Command.Wait it -> wait.handle(it, turn);
            case Command.WaitAny it -> wait.handle(it, turn);
            case Command.Watch it -> watch.handle(it, turn);
            case Command.Nudge it -> transfer.nudge(it, turn);
            case Command.Handover it -> handover.handover(it, turn);
            case Command.Takeover it -> tidying.with(transfer.takeover(it, turn), turn);
            case Command.Keep it -> transfer.keep(it, turn);
            case Command.Tidied it -> tidying.handle(it, turn);
            case Command.Cancel it ->
                WaiverHandler.id(it.name())
                        .map(id -> waivers.cancel(id, turn))
                        .or(() -> UnreserveHandler.id(it.name()).map(id -> unreserve.handle(id, turn)))
                        .orElseGet(() -> cancel.cancel(it, turn));
            case Command.Reserve it -> reserve.handle(it, turn);
            case Command.Undo it -> undo.handle(turn);
            case Command.Env it -> aside.beforeTheLast(env.handle(it, turn), turn);
            case Command.HealthOf it -> health.handle(it, turn);
            case Command.ImpactOf it -> aside.first(impact.handle(it, turn), turn);
            case Command.HistoryOf it -> history.handle(it, turn);
            case Command.IsSafe it -> isSafe.handle(it, turn);
            case Command.Ask it -> isSafe.handle(it, turn);
            case Command.PolicyOf it -> policy.handle(it, turn);
            case Command.PolicyHistory it -> policy.history();
            case Command.Waive it -> waivers.waive(it, turn);
            case Command.Open it -> gates.open(it, turn);
            case Command.Shut it -> gates.shut(it, turn);
            case Command.Freeze it -> freezes.freeze(it, turn);
            case Command.Thaw it -> freezes.thaw(it, turn);
            case Command.Confirm it -> waivers.confirm(it, turn, line -> again(line, turn));
            case Command.Me it -> me.handle(it, turn);
            case Command.Link it -> me.handle(it, turn);
            case Command.Dm it -> elsewhere();
            case Command.DigestOfToday it -> digest.handle(turn);
            case Command.Quiet it -> quiet.handle(it, turn);
            case Command.Help it -> help.handle(it, turn);
        };
    }
}
