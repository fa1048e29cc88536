package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.PostedMessage;
import dibs.bot.digest.Digest;
import dibs.bot.reply.Block;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A summary each working morning, in homes where there is anything to sum up. It is posted once and then left as it is. What could not
 * be said in the morning, while all was quiet or something more urgent was going on, is said later that day.
 */
public final class DigestTopic implements Topic {
    private static final String DIGEST = "digest:";
    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Digest digest;
    private final Endings endings;
    private final Predicate<Instant> waits;
    private final ZoneId zone;

    /** The day whose morning has come. */
    private volatile LocalDate opened = LocalDate.MIN;

    /** Homes in which there was nothing to sum up that morning; who forgets that may sum up what came up since. */
    private final Set<String> nothing = ConcurrentHashMap.newKeySet();

    /**
     * @param waits whether there is something more urgent at that moment, so that summaries wait
     * @param zone whose morning it is
     */
    public DigestTopic(Digest digest, Announcements announcements, Predicate<Instant> waits, ZoneId zone) {
        this.digest = digest;
        this.endings = new Endings(announcements, DIGEST);
        this.waits = waits;
        this.zone = zone;
    }

    @Override
    public Look look(Instant now) {
        Optional<LocalDate> today = today(now).filter(day -> !waits.test(now));
        return (readers, posted) -> {
            Optional<String> key = today.map(day -> DIGEST + day);
            key.ifPresent(it -> close(posted, it, now));
            return key.filter(it -> !said(posted.get(it)))
                    .flatMap(it -> edition(it, readers, now))
                    .map(List::of)
                    .orElse(List.of());
        };
    }

    /** Begins the day, if it is a working morning. To be called now and then; whoever comes too late for a morning leaves it out. */
    public void open(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (!WEEKEND.contains(local.getDayOfWeek()) && !time.isBefore(FROM) && time.isBefore(NOON)) {
            opened = local.toLocalDate();
        }
    }

    private Optional<LocalDate> today(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        return Optional.of(local.toLocalDate())
                .filter(day -> day.equals(opened) && local.toLocalTime().isBefore(EVENING));
    }

    private static boolean said(@Nullable PostedMessage message) {
        return message != null && message.messageId().isPresent();
    }

    private Optional<Wanted> edition(String key, Readership readers, Instant now) {
        String home = readers.home().to() + " " + key;
        if (nothing.contains(home)) {
            return Optional.empty();
        }
        Digest.Edition edition = digest.at(now, item -> readers.interest().in(item.environment()));
        if (edition.isEmpty()) {
            nothing.add(home);
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say("Good morning. What to know of today:"));
        blocks.addAll(edition.blocks(readers.outsiders()));
        return Optional.of(new Wanted(key, blocks, false));
    }

    /** Yesterday's stay as they are. */
    private void close(Map<String, PostedMessage> posted, String today, Instant now) {
        endings.close(posted, key -> !key.equals(today), now);
        nothing.removeIf(home -> !home.endsWith(today));
    }
}
