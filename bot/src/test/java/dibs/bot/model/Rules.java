package dibs.bot.model;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.EnvironmentId;
import dibs.bot.command.Command;
import dibs.bot.command.CommandParser;
import dibs.bot.command.Parsed;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import java.time.Instant;
import java.util.List;

/** The rules of leases without a store: what each line of somebody's must come to, and who has what then. */
final class Rules {
    /** Who may take over at once. */
    static final String ADMIN = "root";

    private final World world;
    private final LineRules lines;
    private final BookingRules bookings;
    private final GateRules gates;
    private final ClaimRules claims;
    private final OwnRules own;
    private final PassRules pass;
    private final TidyRules tidying;
    private final CommandParser parser;

    Rules(Catalog catalog, Instant now) {
        world = new World(catalog, now);
        lines = new LineRules(world);
        bookings = new BookingRules(world, lines);
        gates = new GateRules(world);
        claims = new ClaimRules(world, lines, bookings, gates);
        own = new OwnRules(world, lines, bookings, gates);
        pass = new PassRules(world, own, lines, bookings, gates);
        tidying = new TidyRules(world, lines);
        parser = new CommandParser(catalog.names());
    }

    void now(Instant now) {
        world.now = now;
    }

    /** Somebody looked for what is due. */
    void sweep() {
        lines.end();
        bookings.look(booking -> wish -> claims.take(booking.person, wish));
        lines.turn();
    }

    Expected say(String person, String line) {
        return switch (parser.parse(line)) {
            case Parsed.Understood understood -> say(person, understood.command());
            case Parsed.Misunderstood ignored -> Expected.only(Outcome.MISUNDERSTOOD);
        };
    }

    private Expected say(String person, Command command) {
        return switch (command) {
            case Command.Claim it -> claims.claim(person, it);
            case Command.ClaimAny it -> claims.claimAny(person, it);
            case Command.ClaimSet it -> claims.claimSet(person, it);
            case Command.Reserve it -> bookings.reserve(person, it);
            case Command.Shut it -> gates.shut(it, person.equals(ADMIN));
            case Command.Open it -> gates.open(it, person.equals(ADMIN));
            case Command.Using it -> claims.using(person, it);
            case Command.UnclaimSet it -> own.unclaimSet(person, it);
            case Command.Unclaim it -> own.unclaim(person, it);
            case Command.Extend it -> own.extend(person, it);
            case Command.Keep it -> own.keep(person, it);
            case Command.Undo ignored -> own.undo(person);
            case Command.Wait it -> pass.await(person, it.name());
            case Command.WaitAny it -> pass.awaitAny(person, it);
            case Command.Tidied it -> tidying.tidied(person, it, person.equals(ADMIN));
            case Command.Nudge it -> pass.nudge(person, it.name());
            case Command.Handover it -> pass.handover(person, it);
            case Command.Takeover it -> pass.takeover(person, it, person.equals(ADMIN));
            case Command.Cancel it -> pass.cancel(person, it.name());
            default -> throw new IllegalArgumentException("no story has " + command);
        };
    }

    /** All leases that are held. */
    List<LeaseView> held() {
        return world.held().stream().map(Hold::view).toList();
    }

    /** The leases that hold any part of it. */
    List<LeaseView> held(EnvironmentId id) {
        return world.held(world.units(id.value())).stream().map(Hold::view).toList();
    }

    /** Who waits for any part of it, in order. */
    List<String> line(EnvironmentId id) {
        return world.line(world.units(id.value()));
    }

    /** Whether any part of it is not tidied. */
    boolean untidied(EnvironmentId id) {
        return world.units(id.value()).stream()
                .anyMatch(unit -> world.left(unit).isPresent());
    }

    /** What is reserved and still to begin, the soonest first. */
    List<String> upcoming() {
        return world.bookings.open().stream()
                .filter(booking -> !booking.lapsed(world.now))
                .map(Booking::toString)
                .toList();
    }

    /** The same of any part of it. */
    List<String> upcoming(EnvironmentId id) {
        return world.bookings.open(world.units(id.value())).stream()
                .filter(booking -> !booking.lapsed(world.now))
                .map(Booking::toString)
                .toList();
    }

    /** Who uses it, and until when. */
    List<String> uses(EnvironmentId id) {
        return world.using(id.value()).stream()
                .map(use -> use.person() + " " + use.since() + " " + use.until() + " " + use.purpose())
                .toList();
    }
}
