package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.UnitName;
import dibs.backend.gate.Gate;
import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthService;
import dibs.backend.health.HealthState;
import dibs.backend.health.Tree;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.WaitService;
import dibs.backend.lease.Waiting;
import dibs.backend.person.Account;
import dibs.backend.person.Directory;
import dibs.backend.person.Person;
import dibs.backend.person.Role;
import dibs.backend.person.Roles;
import dibs.bot.command.Overview.Entry;
import dibs.bot.command.Overview.Part;
import dibs.bot.reply.Action;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.NextSteps;
import dibs.bot.reply.Reader;
import dibs.bot.reply.View;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts together what a person sees at a glance: what is theirs, what they wait for, what is reserved, and who has what. Purposes of others
 * are left out. However much there is, it is cut, and says how to see the rest.
 */
public final class Overviews {
    private static final int MOST_MINE = 12;
    private static final int MOST_WAITS = 8;
    private static final int MOST_DECIDED = 10;
    private static final int MOST_HELD = 30;
    private static final int MOST_NOT_WELL = 10;
    private static final int MOST_FREE = 60;

    private final CatalogSource catalog;
    private final LeaseService leases;
    private final WaitService lines;
    private final ReservationService reservations;
    private final HealthService health;
    private final Gates gates;
    private final Directory directory;
    private final Roles roles;
    private final InstantSource clock;
    private final ZoneId zone;

    Overviews(CatalogSource catalog, Conversation.Services services, Roles roles, InstantSource clock, ZoneId zone) {
        this.catalog = catalog;
        this.leases = services.leases();
        this.lines = services.lines();
        this.reservations = services.reservations();
        this.health = services.health();
        this.gates = services.gates();
        this.directory = services.directory();
        this.roles = roles;
        this.clock = clock;
        this.zone = zone;
    }

    /** What tells one state of all leases from another: the same while nothing changes, and nothing but that. */
    public int mark() {
        Instant now = clock.instant();
        return Objects.hash(
                leases.held(now),
                reservations.soon(ReservedSoon.AHEAD, now),
                shut(now),
                gates.freezes().inFlight(now),
                health.mark());
    }

    /**
     * What the person of that account sees now.
     *
     * @param vouched the role that the account's platform vouches for
     */
    public Overview of(Account account, Optional<Role> vouched) {
        Instant now = clock.instant();
        Person person = directory.meet(account, now);
        Role role = roles.of(person, account.id(), vouched);
        ZoneId own = person.zone().or(account::zone).orElse(zone);
        List<Lease> held = leases.held(now);
        boolean claims = role.includes(Role.CLAIM);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Yours", mine(person, held, claims)));
        List<Entry> waits = waits(person, held, claims);
        if (!waits.isEmpty()) {
            parts.add(new Part("You wait for", waits));
        }
        List<Entry> reserved = ReservedSoon.entries(reservations.soon(ReservedSoon.AHEAD, now), person.id(), claims);
        if (!reserved.isEmpty()) {
            parts.add(new Part("Reserved within a day", reserved));
        }
        parts.addAll(notWell(now));
        List<Entry> decided = decided(now);
        if (!decided.isEmpty()) {
            parts.add(new Part("Gates and what is in flight", decided));
        }
        parts.addAll(groups(catalog.current(), held));
        parts.add(new Part("You", List.of(Entry.of(settings(person, role, own)))));
        Reader reader = new Reader(own, now, new View.Of(person.id(), role.includes(Role.ADMIN)));
        return new Overview(reader, role, parts);
    }

    /** What probes say is not well, and trees that are not open; no part where there is nothing. */
    private List<Part> notWell(Instant now) {
        HealthNow all = health.now(catalog.current(), now);
        List<HealthState> bad = all.bad();
        List<Entry> entries = new ArrayList<>();
        bad.stream()
                .limit(MOST_NOT_WELL)
                .map(state -> Entry.of(HealthWords.brief(state, all)))
                .forEach(entries::add);
        more(entries, bad.size() - MOST_NOT_WELL, Verb.HEALTH.word());
        List<Tree> shut = all.shut();
        List<Entry> trees = new ArrayList<>();
        shut.stream()
                .limit(MOST_NOT_WELL)
                .map(tree -> Entry.of(TreeWords.line(tree)))
                .forEach(trees::add);
        more(trees, shut.size() - MOST_NOT_WELL, Verb.HEALTH.word());
        return Stream.of(new Part("Not well", entries), new Part("Trees that are not open", trees))
                .filter(part -> !part.entries().isEmpty())
                .toList();
    }

    private static List<Entry> mine(Person person, List<Lease> held, boolean claims) {
        List<Lease> mine =
                held.stream().filter(lease -> lease.belongsTo(person.id())).toList();
        if (mine.isEmpty()) {
            return List.of(Entry.of(Line.of(
                    claims
                            ? "You hold nothing right now."
                            : "You hold nothing; you may ask questions, and whoever may claim takes things.")));
        }
        List<Entry> entries = new ArrayList<>();
        mine.stream().limit(MOST_MINE).forEach(lease -> {
            List<Action> steps = claims ? NextSteps.mine(LeaseView.of(lease)) : List.of();
            entries.add(new Entry(own(lease, person), steps));
        });
        more(entries, mine.size() - MOST_MINE, Verb.LEASES.word() + " mine");
        return entries;
    }

    private static Line own(Lease lease, Person person) {
        return lease.holder().id().equals(person.id()) ? LeaseWords.yours(lease) : LeaseWords.holding(lease);
    }

    private List<Entry> waits(Person person, List<Lease> held, boolean claims) {
        Map<EnvironmentId, Waiting> places = new LinkedHashMap<>();
        lines.of(person.id()).forEach(place -> places.putIfAbsent(place.environment(), place));
        List<Entry> entries = new ArrayList<>();
        places.values().stream().limit(MOST_WAITS).forEach(place -> {
            Line since = Line.of("{}, since {}", name(place.environment()), when(place.since()));
            Line holder = holder(place.unit(), held)
                    .map(lease -> Line.of("; held by {} until {}.", who(lease.holder()), when(lease.until())))
                    .orElseGet(() -> Line.of("."));
            entries.add(new Entry(since.then(holder), claims ? NextSteps.waiting(place.environment()) : List.of()));
        });
        more(entries, places.size() - MOST_WAITS, Verb.WHO_IS_USING.word());
        return entries;
    }

    private List<Gate> shut(Instant now) {
        return gates.gates().all(now).stream().filter(gate -> gate.shut(now)).toList();
    }

    private List<Entry> decided(Instant now) {
        List<Line> lines = new ArrayList<>();
        gates.freezes().inFlight(now).forEach(freeze -> lines.add(GateWords.of(freeze)));
        shut(now).forEach(gate -> lines.add(GateWords.of(gate, now)));
        List<Entry> entries = new ArrayList<>();
        lines.stream().limit(MOST_DECIDED).map(Entry::of).forEach(entries::add);
        more(entries, lines.size() - MOST_DECIDED, Verb.DIGEST.word());
        return entries;
    }

    private static Optional<Lease> holder(UnitName unit, List<Lease> held) {
        return held.stream().filter(lease -> lease.units().contains(unit)).findFirst();
    }

    /** Whatever can be held, by its kind: who has it, and then what is free. */
    private static List<Part> groups(Catalog catalog, List<Lease> held) {
        Map<UnitName, Lease> byUnit = new HashMap<>();
        held.forEach(lease -> lease.units().forEach(unit -> byUnit.put(unit, lease)));
        Map<String, List<Environment>> groups = new LinkedHashMap<>();
        groups.put(title(Kind.DEV_SET), new ArrayList<>());
        for (Environment environment : catalog.environments()) {
            boolean single = environment.leasable()
                    && environment.parts().isEmpty()
                    && environment.releases().isEmpty();
            if (single) {
                groups.computeIfAbsent(title(environment.kind()), kind -> new ArrayList<>())
                        .add(environment);
            }
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Part(group.getKey(), glance(group.getValue(), byUnit)))
                .toList();
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case DEV_SET -> "Dev sets";
            case STAGING_REPO -> "Staging repositories";
            default -> "Everything else that can be claimed";
        };
    }

    private static List<Entry> glance(List<Environment> group, Map<UnitName, Lease> held) {
        List<Line> taken = new ArrayList<>();
        List<Inline> free = new ArrayList<>();
        for (Environment environment : group) {
            environment.units().stream()
                    .flatMap(unit -> Stream.ofNullable(held.get(unit)))
                    .findFirst()
                    .ifPresentOrElse(
                            lease -> taken.add(Line.of(
                                    "{}: {} until {}",
                                    name(environment.id()),
                                    who(lease.holder()),
                                    when(lease.until()))),
                            () -> free.add(name(environment.id())));
        }
        List<Entry> entries = new ArrayList<>();
        taken.stream().limit(MOST_HELD).map(Entry::of).forEach(entries::add);
        more(entries, taken.size() - MOST_HELD, Verb.WHO_IS_USING.word());
        if (!free.isEmpty()) {
            Line names = Line.of("Free: ").then(Line.list(free.subList(0, Math.min(MOST_FREE, free.size()))));
            entries.add(Entry.of(names.then(
                    free.size() > MOST_FREE
                            ? Line.of(
                                    " and {} more: type {} for all.",
                                    text(String.valueOf(free.size() - MOST_FREE)),
                                    code(Verb.WHO_IS_USING.word()))
                            : Line.of("."))));
        }
        return entries;
    }

    static void more(List<Entry> entries, int more, String line) {
        if (more > 0) {
            entries.add(Entry.of(Line.of("… and {} more: type {}.", text(String.valueOf(more)), code(line))));
        }
    }

    private static Line settings(Person person, Role role, ZoneId own) {
        return Line.of(
                "{}, who may {}; zone {}, hours {}. Change them with {} and {}.",
                who(person.ref()),
                text(role.name().toLowerCase(Locale.ROOT)),
                text(own.getId()),
                text(MeHandler.hours(person)),
                code("me zone Europe/Berlin"),
                code("me hours 9-17 mon-fri"));
    }
}
