package dibs.bot.announcement;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.LeaseFact;
import dibs.backend.announcement.Level;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.gate.FreezeService;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leases whose holders were asked whether they still use them and did not answer: a message each, which says in the end what became of
 * it. While something is in flight no such message is begun.
 */
public final class UnansweredTopic implements Topic {
    private static final String UNANSWERED = "unanswered:";

    private final Announcements announcements;
    private final FreezeService freezes;
    private final Endings endings;

    public UnansweredTopic(Announcements announcements, FreezeService freezes) {
        this.announcements = announcements;
        this.freezes = freezes;
        this.endings = new Endings(announcements, UNANSWERED);
    }

    @Override
    public Look look(Instant now) {
        Map<String, LeaseFact> open = new LinkedHashMap<>();
        announcements
                .held(now)
                .forEach(fact -> fact.unanswered().ifPresent(asked -> open.put(key(fact.lease(), asked), fact)));
        boolean muted = !freezes.inFlight(now).isEmpty();
        return (readers, posted) -> wanted(open, muted, readers, posted, now);
    }

    private List<Wanted> wanted(
            Map<String, LeaseFact> open,
            boolean muted,
            Readership readers,
            Map<String, PostedMessage> posted,
            Instant now) {
        boolean begins = !muted && readers.home().levels().leases() != Level.OFF;
        List<Wanted> wanted = new ArrayList<>();
        open.forEach((key, fact) -> {
            if (posted.containsKey(key) || (begins && readers.interest().in(fact.lease()))) {
                wanted.add(new Wanted(key, List.of(Block.say(open(fact, readers.outsiders()))), false));
            }
        });
        wanted.addAll(endings.last(posted, key -> !open.containsKey(key), key -> over(key, now), now));
        return wanted;
    }

    private static Line open(LeaseFact fact, boolean outsiders) {
        Lease lease = fact.lease();
        Line held = Line.of(
                "{}: {} has had it since {}", name(lease.environment()), who(lease.holder()), when(lease.since()));
        return fact.unanswered()
                .filter(asked -> !outsiders)
                .map(asked -> held.then(Line.of(
                        ", and was asked {} whether it is still in use. There is no answer: who needs it may type {}.",
                        when(asked),
                        code("takeover " + lease.environment() + " because …"))))
                .orElseGet(() -> held.then(Line.of(".")));
    }

    /** What a message says in the end; nothing where its lease is forgotten. */
    private Optional<Block> over(String key, Instant now) {
        LeaseId id = new LeaseId(key.substring(key.indexOf(':', UNANSWERED.length()) + 1));
        return announcements.find(List.of(id), now).stream().findFirst().map(fact -> Block.say(settled(fact)));
    }

    private static Line settled(LeaseFact fact) {
        Lease lease = fact.lease();
        return fact.ended().isPresent()
                ? Line.of("{}: {} no longer has it.", name(lease.environment()), who(lease.holder()))
                : Line.of("{}: {} still has it.", name(lease.environment()), who(lease.holder()));
    }

    private static String key(Lease lease, Instant asked) {
        return UNANSWERED + asked.toEpochMilli() + ":" + lease.id();
    }
}
