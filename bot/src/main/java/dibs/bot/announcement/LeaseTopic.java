package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.LeaseFact;
import dibs.backend.announcement.Level;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.Untidied;
import dibs.bot.reply.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leases: one board, or a message each that is edited until a day after the end. */
public final class LeaseTopic implements Topic {
    private static final String BOARD = "board";
    private static final String LEASE = "lease:";
    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(1);

    private final Announcements announcements;
    private final TidyService tidying;
    private final Impediments impediments;

    /** @param impediments what a board says beside leases */
    public LeaseTopic(Announcements announcements, TidyService tidying, Impediments impediments) {
        this.announcements = announcements;
        this.tidying = tidying;
        this.impediments = impediments;
    }

    @Override
    public Look look(Instant now) {
        List<LeaseFact> held = announcements.held(now);
        List<Untidied> left = tidying.free(now);
        Impediments.Found inTheWay = impediments.at(now);
        return (readers, posted) -> wanted(held, left, inTheWay, readers, posted, now);
    }

    private List<Wanted> wanted(
            List<LeaseFact> held,
            List<Untidied> left,
            Impediments.Found inTheWay,
            Readership readers,
            Map<String, PostedMessage> posted,
            Instant now) {
        LeasePosts words = new LeasePosts(readers.outsiders());
        List<LeaseFact> here = held.stream()
                .filter(fact -> readers.interest().in(fact.lease()))
                .toList();
        Level level = readers.home().levels().leases();
        List<Wanted> wanted = new ArrayList<>();
        if (level == Level.BOARD) {
            List<Untidied> untidied =
                    left.stream().filter(readers.interest()::in).toList();
            List<Block> board = new ArrayList<>(words.board(here, untidied, inTheWay.anyShut(readers)));
            board.addAll(inTheWay.words(readers));
            wanted.add(new Wanted(BOARD, board, true));
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
        Map<String, LeaseFact> known = held.stream().collect(Collectors.toMap(LeaseTopic::key, Function.identity()));
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
}
