package dibs.bot;

import dibs.backend.announcement.ConversationId;
import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Reservation;
import dibs.backend.person.AccountId;
import dibs.backend.person.Role;
import dibs.backend.reminder.DueWork;
import dibs.backend.store.StoreConfig;
import dibs.bot.command.Answer;
import dibs.bot.command.Inbound;
import dibs.bot.platform.FakePlatform;
import dibs.bot.platform.PlatformKit;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import dibs.testkit.CountingIds;
import dibs.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two hundred people in five zones, who share forty environments, with a program that stops every few hours. The clock ticks in steps of
 * one to five minutes; what people do, when they are away and when the program dies comes from a seed.
 */
final class SimulatedTown {
    static final Instant BEGIN = Instant.parse("2027-02-22T06:00:00Z"); // Clocks change in it, here and there.

    private static final int PEOPLE = 200;
    private static final int SINGLES = 36;
    private static final int PAIRS = 4;
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin", "America/Vancouver", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
            .map(ZoneId::of)
            .toList();

    private final Random random;
    private final FakeClock clock = new FakeClock(BEGIN);
    private final FakePlatform platform = new FakePlatform("fake");
    private final CountingIds ids = new CountingIds();
    private final Start start;
    private final Map<String, LeaseView> acknowledged = new HashMap<>();
    private final List<Away> aways = new ArrayList<>();
    private final Map<Integer, Instant> absent = new HashMap<>();
    private Parts parts;
    private Instant diesAt;
    private int said;
    private int deaths;

    /** A time in which the program was stopped. */
    record Away(Instant from, Instant to) {}

    SimulatedTown(long seed, Path folder) {
        random = new Random(seed);
        StoreConfig store = StoreConfig.of(folder.resolve("dibs.db").toString());
        Settings settings = switch (Settings.read(
                Map.of("DIBS_TIMEZONE", "Europe/Berlin", "DIBS_ADMINS", "console:root"),
                Start.config(ConfigLoader.builtin()))) {
            case Settings.Read.Good good -> good.settings();
            case Settings.Read.Bad bad -> throw new IllegalStateException(bad.toString());
        };
        start = new Start(settings, Start.config(catalog()), Optional.empty(), store);
        parts = open();
        diesAt = nextDeath();
        IntStream.range(0, PEOPLE).filter(who -> !keepsHours(who)).forEach(who -> say(who, "me hours 0-24 mon-sun"));
    }

    private static ConfigResult catalog() {
        String singles = IntStream.range(0, SINGLES)
                .mapToObj(i ->
                        "    - {id: env-%02d, kind: dev-set, title: E, mode: exclusive, owner: Us, labels: [any%d]}"
                                .formatted(i, i % 6))
                .collect(Collectors.joining("\n"));
        String pairs = IntStream.range(0, PAIRS)
                .mapToObj(i ->
                        "    - {id: both-%d, kind: dev-set, title: B, mode: exclusive, owner: Us, parts: [env-%02d, env-%02d]}"
                                .formatted(i, 2 * i, 2 * i + 1))
                .collect(Collectors.joining("\n"));
        return ConfigLoader.parse("dibs.yaml", """
            catalog:
              base: none
              kinds:
                dev-set: {limits: {default: working-day, max: 5d}, cleanup: [Reset the branch.]}
              environments:
            %s
            %s
            announce:
              - to: fake:T1:releng
                leases: board
            """.formatted(singles, pairs));
    }

    /** Every fourth person is reachable around the clock. */
    static boolean keepsHours(int who) {
        return who % 4 != 0;
    }

    static String name(int who) {
        return "p%03d".formatted(who);
    }

    /** Lets so many days pass, and tells whoever still waits to be told at the end. */
    void live(int days) {
        Instant end = BEGIN.plus(Duration.ofDays(days));
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofSeconds(60 + random.nextInt(240)));
            if (!clock.instant().isBefore(diesAt)) {
                die();
            }
            look();
            act();
        }
        for (int i = 0; i < 50; i++) {
            clock.advance(Duration.ofMinutes(2));
            look();
        }
    }

    private void look() {
        parts.outages().beat(clock.instant());
        new DueWork(parts.due(), clock, () -> {}).run();
        try {
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofMillis(200));
                parts.beat().at(clock.instant(), true);
            }
        } catch (PlatformKit.Crash died) {
            die();
        }
    }

    /** The program stops in the middle of what it does; some time later it is there again. */
    private void die() {
        parts.close();
        Instant from = clock.instant();
        int minutes = random.nextInt(3) > 0 ? random.nextInt(5) : random.nextInt(random.nextInt(4) > 0 ? 120 : 600);
        clock.advance(Duration.ofMinutes(minutes));
        aways.add(new Away(from, clock.instant()));
        parts = open();
        deaths++;
        diesAt = nextDeath();
    }

    private Instant nextDeath() {
        // Half of the time it dies while it tells somebody something, after the platform took it.
        if (random.nextBoolean()) {
            platform.dieAfterTheNext();
        }
        return clock.instant().plus(Duration.ofMinutes(90 + random.nextInt(600)));
    }

    private Parts open() {
        Parts opened = Parts.open(start, clock, ids);
        opened.platforms().connect(platform, platform);
        opened.outages().beat(clock.instant());
        opened.conversation().before(opened.outages()::beat);
        return opened;
    }

    private void act() {
        confirm();
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            int who = random.nextInt(PEOPLE);
            if (awake(who)) {
                say(who, line(who));
            }
        }
    }

    /** Of those who are asked about a reservation most answer soon; every fifth person never does, or calls it off. */
    private void confirm() {
        Instant near = clock.instant().plus(Reservation.BEFORE);
        parts.database().transactor().read(tx -> tx.reservations().due(near, 100)).stream()
                .filter(reservation -> reservation.state() == Reservation.State.ASKED)
                .forEach(reservation -> {
                    int who = Integer.parseInt(reservation.person().name().substring(1));
                    if (random.nextInt(who % 5 > 0 ? 3 : 12) == 0 && awake(who)) {
                        say(
                                who,
                                (who % 5 > 0 ? "claim " : "cancel ")
                                        + reservation.environments().stream()
                                                .map(EnvironmentId::value)
                                                .collect(Collectors.joining(",")));
                    }
                });
    }

    private boolean awake(int who) {
        Instant now = clock.instant();
        if (absent.getOrDefault(who, Instant.MIN).isAfter(now)) {
            return false;
        }
        if (random.nextInt(100) == 0) {
            absent.put(who, now.plus(Duration.ofHours(1 + random.nextInt(100))));
            return false;
        }
        int hour = now.atZone(ZONES.get(who % ZONES.size())).getHour();
        return hour >= 8 && hour < 19;
    }

    private String line(int who) {
        String environment = random.nextInt(8) == 0
                ? "both-" + random.nextInt(PAIRS)
                : "env-%02d".formatted(random.nextInt(random.nextBoolean() ? 10 : SINGLES));
        String other = "@" + name((who + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE);
        return switch (random.nextInt(22)) {
            case 0, 1, 2 -> "claim " + environment + " for " + (1 + random.nextInt(300)) + "m";
            case 3 -> "claim " + environment;
            case 4 -> "claim " + environment + " for " + (1 + random.nextInt(3)) + "d";
            case 5 -> "claim any any" + random.nextInt(6) + " for 2h";
            case 6, 7, 8 -> "wait " + environment;
            case 9, 10 -> claimOffered(who).orElse("unclaim");
            case 11, 12 -> "extend";
            case 13 -> "extend by " + (1 + random.nextInt(60)) + "m";
            case 14, 15 -> "unclaim all";
            case 16 -> "keep " + environment;
            case 17 -> "handover " + environment + " " + other;
            case 18 -> "takeover " + environment + " because of a test";
            case 19 -> "reserve " + environment + window();
            case 20 -> random.nextInt(3) == 0 ? "reserve " + environment + weekly() : "leases upcoming";
            default -> "cancel " + environment;
        };
    }

    private String window() {
        return " from in %dm for %dm".formatted(5 + random.nextInt(400), 5 + random.nextInt(300));
    }

    private String weekly() {
        return " from tomorrow %d:30 for %dm every %s until in 12d"
                .formatted(8 + random.nextInt(10), 5 + random.nextInt(120), random.nextBoolean() ? "day" : "weekday");
    }

    /** Most people take what is kept for them. */
    private Optional<String> claimOffered(int who) {
        return parts.database()
                .transactor()
                .read(tx -> tx.people()
                        .find(account(who))
                        .flatMap(person -> tx.waiting().of(person.id()).stream()
                                .filter(place -> tx.windows().of(List.of(place.unit())).stream()
                                        .anyMatch(window -> window.person().id().equals(person.id())))
                                .findFirst())
                        .map(place -> "claim " + place.environment() + " for 1h"));
    }

    private AccountId account(int who) {
        return platform.account(name(who));
    }

    private void say(int who, String line) {
        said++;
        Answer answer = parts.conversation()
                .answer(new Inbound(
                        Optional.of("m" + said),
                        account(who),
                        name(who),
                        Optional.of(ZONES.get(who % ZONES.size())),
                        account(who).value(),
                        line,
                        Optional.of(Role.CLAIM),
                        Optional.empty()));
        parts.conversation().delivered(answer);
        Outcome outcome = answer.reply().outcome();
        if (outcome == Outcome.FAILED) {
            throw new AssertionError(line + " at " + clock.instant() + ": " + answer.reply());
        }
        if (outcome == Outcome.GRANTED) {
            answer.reply().facts().leases().orElse(List.of()).forEach(this::acknowledge);
            answer.reply().facts().lease().ifPresent(this::acknowledge);
        }
    }

    private void acknowledge(LeaseView lease) {
        lease.id().ifPresent(id -> acknowledged.put(id, lease));
    }

    /** The leases that people were told they have, by their ids, as they were then. */
    Map<String, LeaseView> acknowledged() {
        return acknowledged;
    }

    /** When the program was stopped, in order. */
    List<Away> aways() {
        return aways;
    }

    /** How often something was said, and how often the program died. */
    String summary() {
        return "%d lines, %d leases, %d deaths, until %s".formatted(said, acknowledged.size(), deaths, clock.instant());
    }

    /** What was posted in the home conversation, oldest first. */
    List<String> posted() {
        return platform.seen(new ConversationId("fake:T1:releng")).stream()
                .map(seen -> seen.text())
                .toList();
    }

    void close() {
        parts.close();
    }
}
