package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.Home;
import dibs.backend.announcement.HomeSource;
import dibs.backend.announcement.LeaseFact;
import dibs.backend.announcement.Level;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.environment.CatalogSource;
import dibs.backend.lease.LeaseId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps home conversations up to date: it looks at what holds now and at what was posted, and posts or changes what differs. What
 * was missed, by a crash or a platform that was away, is made good at the next look. Safe for several processes on one store.
 */
public final class Announcer {
    private static final String BOARD = "board";
    private static final String LEASE = "lease:";
    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(1);
    private static final int AT_ONCE = 20;

    /** What is left after that waits for the next look, so that a slow platform does not hold up what else is due. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(15);

    private final Announcements announcements;
    private final HomeSource homes;
    private final Supplier<List<Posts>> platforms;
    private final CatalogSource catalog;
    private final InstantSource clock;
    private final Upkeep upkeep;

    /**
     * @param platforms those that are connected now
     * @param zone in which moments are named where the platform cannot show each reader their own
     */
    public Announcer(
            Announcements announcements,
            HomeSource homes,
            Supplier<List<Posts>> platforms,
            CatalogSource catalog,
            InstantSource clock,
            ZoneId zone) {
        this.announcements = announcements;
        this.homes = homes;
        this.platforms = platforms;
        this.catalog = catalog;
        this.clock = clock;
        this.upkeep = new Upkeep(announcements, clock, zone);
    }

    /** Brings every home up to date as far as its platform lets; how many messages were posted or changed. */
    public int run() {
        List<Posts> connected = platforms.get();
        if (connected.isEmpty()) {
            return 0;
        }
        catalog.refresh();
        List<Place> places = homes.homes().stream()
                .flatMap(home -> connected.stream()
                        .filter(posts -> posts.reaches(home.to()))
                        .limit(1)
                        .map(posts -> new Place(home, posts)))
                .toList();
        if (places.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<LeaseFact> held = announcements.held(now);
        Instant end = now.plus(LONGEST_RUN);
        return places.stream().mapToInt(place -> run(place, held, now, end)).sum();
    }

    private int run(Place place, List<LeaseFact> held, Instant now, Instant end) {
        if (announcements.isQuiet(place.home().to(), now)) {
            return 0;
        }
        Map<String, PostedMessage> posted = announcements.open(place.home().to()).stream()
                .collect(Collectors.toMap(PostedMessage::key, Function.identity()));
        int changed = 0;
        for (Wanted wanted : wanted(place, held, posted, now)) {
            if (changed == AT_ONCE || !clock.instant().isBefore(end)) {
                break;
            }
            Optional<PostedMessage> before = Optional.ofNullable(posted.get(wanted.key()));
            if (upkeep.bring(wanted, before, place.home().to(), place.posts())) {
                changed++;
            }
        }
        return changed;
    }

    private List<Wanted> wanted(Place place, List<LeaseFact> held, Map<String, PostedMessage> posted, Instant now) {
        Home home = place.home();
        // As long as the platform does not know, there may be some.
        boolean outsiders =
                home.outsiders().or(() -> place.posts().outsiders(home.to())).orElse(true);
        LeasePosts words = new LeasePosts(outsiders);
        Interest interest = new Interest(home.environments(), catalog.current());
        List<LeaseFact> here =
                held.stream().filter(fact -> interest.in(fact.lease())).toList();
        Level level = home.levels().leases();
        List<Wanted> wanted = new ArrayList<>();
        if (level == Level.BOARD) {
            wanted.add(new Wanted(BOARD, words.board(here), true));
        } else if (posted.containsKey(BOARD)) {
            wanted.add(new Wanted(BOARD, LeasePosts.given(), false));
        }
        Stream<LeaseFact> begun = level == Level.EACH ? here.stream() : Stream.empty();
        List<LeaseFact> each = Stream.concat(begun, others(held, level, posted, now).stream())
                .distinct()
                .toList();
        each.forEach(fact -> wanted.add(new Wanted(key(fact), words.one(fact), false)));
        return wanted;
    }

    /** The leases that have a message already: each is edited to its end, whatever is announced by now. */
    private List<LeaseFact> others(List<LeaseFact> held, Level level, Map<String, PostedMessage> posted, Instant now) {
        Map<String, LeaseFact> known = held.stream().collect(Collectors.toMap(Announcer::key, Function.identity()));
        List<String> keys =
                posted.keySet().stream().filter(key -> key.startsWith(LEASE)).toList();
        List<LeaseId> ended = keys.stream()
                .filter(key -> !known.containsKey(key))
                .map(key -> new LeaseId(key.substring(LEASE.length())))
                .toList();
        List<LeaseFact> facts = new ArrayList<>();
        if (!ended.isEmpty()) {
            for (LeaseFact fact : announcements.find(ended, now)) {
                PostedMessage message = posted.get(key(fact));
                boolean longAgo = fact.ended()
                        .filter(end -> end.plus(KEPT_AFTER_THE_END).isBefore(now))
                        .isPresent();
                if (longAgo && message != null) {
                    announcements.note(rows -> rows.close(message, now));
                } else {
                    facts.add(fact);
                }
            }
        }
        if (level != Level.EACH) {
            keys.stream()
                    .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                    .forEach(facts::add);
        }
        return facts;
    }

    private static String key(LeaseFact fact) {
        return LEASE + fact.lease().id();
    }

    private record Place(Home home, Posts posts) {}
}
