package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.Level;
import dibs.backend.environment.CatalogSource;
import dibs.backend.health.HealthService;
import dibs.backend.health.Incident;
import dibs.backend.health.IncidentLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What goes wrong: a message an incident, with what it reaches, and under it a message for each thing that happens. What was over
 * before a home heard of it is not told there any more.
 */
public final class HealthTopic implements Topic {
    private static final String INCIDENT = "incident:";

    /** Before the number of a line; not what stands before the number of an edition, so that no two messages have one key. */
    private static final String LINE = "~";

    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(1);

    private final HealthService health;
    private final CatalogSource catalog;
    private final Endings endings;

    public HealthTopic(HealthService health, CatalogSource catalog, Announcements announcements) {
        this.health = health;
        this.catalog = catalog;
        this.endings = new Endings(announcements, INCIDENT);
    }

    @Override
    public Look look(Instant now) {
        List<Incident> incidents = health.incidents(now.minus(KEPT_AFTER_THE_END));
        Set<String> known = incidents.stream().map(HealthTopic::key).collect(Collectors.toSet());
        return (readers, posted) -> {
            // Those of incidents that are over for long stay as they are.
            endings.close(posted, key -> !known.contains(key.split(LINE, 2)[0]), now);
            if (readers.home().levels().health() == Level.OFF) {
                return List.of();
            }
            HealthPosts words = new HealthPosts(readers.outsiders());
            return incidents.stream()
                    .filter(incident -> isFor(incident, readers.interest()))
                    .filter(incident -> incident.closed().isEmpty() || posted.containsKey(key(incident)))
                    .flatMap(incident -> wanted(incident, words).stream())
                    .toList();
        };
    }

    private static boolean isFor(Incident incident, Interest interest) {
        return interest.in(incident.root()) || incident.environments().stream().anyMatch(interest::in);
    }

    private List<Wanted> wanted(Incident incident, HealthPosts words) {
        List<Wanted> wanted = new ArrayList<>();
        String key = key(incident);
        wanted.add(new Wanted(key, words.first(incident, catalog.current()), false));
        for (IncidentLine line : incident.lines().stream().skip(1).toList()) {
            wanted.add(new Wanted(key + LINE + line.number(), List.of(words.line(line)), false, Optional.of(key)));
        }
        return wanted;
    }

    private static String key(Incident incident) {
        return INCIDENT + incident.id();
    }
}
