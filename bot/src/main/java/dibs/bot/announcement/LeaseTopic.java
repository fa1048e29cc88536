package dibs.bot.announcement;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.LeaseFact;
import dibs.backend.announcement.Level;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.Untidied;
import dibs.bot.reply.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leases: one board, with what is reserved for the coming day, or a message each that is edited until a day after the end. */
public final class LeaseTopic implements Topic {
    private static final String BOARD = "board";
    private static final String LEASE = "lease:";
    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(1);

    private final Announcements announcements;
    private final TidyService tidying;
    private final ReservationService reservations;
    private final Impediments impediments;
    private final Endings endings;

    /** @param impediments what a board says beside leases */
    public LeaseTopic(
            Announcements announcements,
            TidyService tidying,
            ReservationService reservations,
            Impediments impediments) {
        this.announcements = announcements;
        this.tidying = tidying;
        this.reservations = reservations;
        this.impediments = impediments;
        this.endings = new Endings(announcements, LEASE);
    }

    @Override
    public Look look(Instant now) {
        List<LeaseFact> held = announcements.held(now);
        List<Untidied> left = tidying.free(now);
        List<Reservation> reserved = reservations.soon(LeasePosts.AHEAD, now);
        Seen seen = new Seen(held, left, reserved, impediments.at(now));
        return (readers, posted) -> wanted(seen, readers, posted, now);
    }

    /** What there is to tell, of interest or not. */
    private record Seen(
            List<LeaseFact> held, List<Untidied> left, List<Reservation> reserved, Impediments.Found inTheWay) {}

    private List<Wanted> wanted(Seen seen, Readership readers, Map<String, PostedMessage> posted, Instant now) {
        LeasePosts words = new LeasePosts(readers.outsiders());
        List<LeaseFact> here = seen.held().stream()
                .filter(fact -> readers.interest().in(fact.lease()))
                .toList();
        Level level = readers.home().levels().leases();
        List<Wanted> wanted = new ArrayList<>();
        if (level == Level.BOARD) {
            List<Untidied> untidied =
                    seen.left().stream().filter(readers.interest()::in).toList();
            List<Reservation> reserved =
                    seen.reserved().stream().filter(readers.interest()::in).toList();
            List<Block> board = new ArrayList<>(
                    words.board(here, untidied, reserved, seen.inTheWay().anyShut(readers)));
            board.addAll(seen.inTheWay().words(readers));
            wanted.add(new Wanted(BOARD, board, true));
        } else if (posted.containsKey(BOARD)) {
            wanted.add(new Wanted(BOARD, LeasePosts.given(), false));
        }
        Stream<LeaseFact> begun = level == Level.EACH ? here.stream() : Stream.empty();
        List<LeaseFact> each = Stream.concat(begun, others(seen.held(), level, posted, now).stream())
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
            List<LeaseFact> over = announcements.find(ended, now);
            Set<String> longAgo = over.stream()
                    .filter(fact -> fact.ended()
                            .filter(end -> end.plus(KEPT_AFTER_THE_END).isBefore(now))
                            .isPresent())
                    .map(LeaseTopic::key)
                    .collect(Collectors.toSet());
            endings.close(posted, longAgo::contains, now);
            over.stream().filter(fact -> !longAgo.contains(key(fact))).forEach(facts::add);
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
