package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.Home;
import dibs.backend.announcement.HomeSource;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.environment.CatalogSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps home conversations up to date: it looks at what holds now and at what was posted, and posts or changes what differs. What
 * was missed, by a crash or a platform that was away, is made good at the next look. Safe for several processes on one store.
 */
public final class Announcer {
    private static final int AT_ONCE = 20;

    /** What is left after that waits for the next look, so that a slow platform does not hold up what else is due. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(15);

    private final Announcements announcements;
    private final HomeSource homes;
    private final Supplier<List<Posts>> platforms;
    private final CatalogSource catalog;
    private final InstantSource clock;
    private final List<Topic> topics;
    private final Upkeep upkeep;

    /**
     * @param topics what homes are told about, in the order in which it is said
     * @param platforms those that are connected now
     * @param zone in which moments are named where the platform cannot show each reader their own
     */
    public Announcer(
            Announcements announcements,
            HomeSource homes,
            Supplier<List<Posts>> platforms,
            CatalogSource catalog,
            List<Topic> topics,
            InstantSource clock,
            ZoneId zone) {
        this.announcements = announcements;
        this.homes = homes;
        this.platforms = platforms;
        this.catalog = catalog;
        this.topics = List.copyOf(topics);
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
        List<Topic.Look> looks = topics.stream().map(topic -> topic.look(now)).toList();
        Instant end = now.plus(LONGEST_RUN);
        return places.stream().mapToInt(place -> run(place, looks, now, end)).sum();
    }

    private int run(Place place, List<Topic.Look> looks, Instant now, Instant end) {
        if (announcements.isQuiet(place.home().to(), now)) {
            return 0;
        }
        Map<String, PostedMessage> posted = announcements.open(place.home().to()).stream()
                .collect(Collectors.toMap(
                        PostedMessage::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        int changed = 0;
        Readership readers = readership(place);
        List<Wanted> all = looks.stream()
                .flatMap(look -> look.in(readers, posted).stream())
                .toList();
        for (Wanted wanted : all) {
            if (changed == AT_ONCE || !clock.instant().isBefore(end)) {
                break;
            }
            Optional<PostedMessage> before = Optional.ofNullable(posted.get(wanted.key()));
            Optional<PostedMessage> thread = wanted.under()
                    .flatMap(key -> Optional.ofNullable(posted.get(key)))
                    .filter(first -> first.messageId().isPresent());
            // What a thread begins with has to stand there first.
            boolean early = wanted.under().isPresent() && thread.isEmpty();
            if (early) {
                continue;
            }
            switch (upkeep.bring(wanted, before, thread, place.home().to(), place.posts())) {
                case NOTHING -> {}
                case CHANGED -> changed++;
                case GONE -> posted.remove(wanted.key());
            }
        }
        return changed;
    }

    private Readership readership(Place place) {
        Home home = place.home();
        // As long as the platform does not know, there may be some.
        boolean outsiders =
                home.outsiders().or(() -> place.posts().outsiders(home.to())).orElse(true);
        return new Readership(home, outsiders, new Interest(home.environments(), catalog.current()));
    }

    private record Place(Home home, Posts posts) {}
}
