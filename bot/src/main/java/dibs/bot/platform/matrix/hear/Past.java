package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was left out of a batch, read back room by room, as far as memory bears it. Of one batch, for one thread. */
final class Past {
    private static final int A_PAGE = 100;
    private static final int MOST_PAGES = 20;

    /** What all rooms of a batch may weigh together, about in bytes. */
    private static final long HEAVIEST = 16L << 20;

    private static final int AN_EVENT = 1_000;

    private final Homeserver homeserver;
    private final Journal journal;
    private final Gaps gaps;
    private long weight;

    Past(Homeserver homeserver, Journal journal, Gaps gaps) {
        this.homeserver = homeserver;
        this.journal = journal;
        this.gaps = gaps;
    }

    /**
     * What happened before a batch's timeline, oldest first. What cannot be read is told.
     *
     * @param to up to where it was heard before
     * @param enough what there is nothing left to hear before
     * @throws Unfinished when the homeserver is to be asked again first
     */
    List<Event> before(RoomId room, Batch.Joined joined, Optional<String> to, Predicate<Event> enough) {
        List<Event> newestFirst = new ArrayList<>();
        String from = joined.before();
        for (int page = 0; !from.isEmpty(); page++) {
            if (page == MOST_PAGES || weight > HEAVIEST) {
                gaps.lost(room, joined.before(), "there was more than I read back");
                break;
            }
            switch (homeserver.messages(room, from, to, A_PAGE)) {
                case Sent.Done<Homeserver.History> done -> {
                    gaps.read(room);
                    Instant now = journal.now();
                    List<Event> events = done.result().events().stream()
                            .map(event -> Ages.onOurClock(event, now, Optional.empty()))
                            .toList();
                    newestFirst.addAll(events);
                    events.forEach(event -> weight += AN_EVENT + weight(event));
                    boolean end = events.isEmpty() || events.stream().anyMatch(enough);
                    from = end ? "" : done.result().end().orElse("");
                }
                case Sent.Later<Homeserver.History> later -> {
                    gaps.failed(room, later);
                    gaps.lost(room, joined.before(), later.why());
                    from = "";
                }
                case Sent.Refused<Homeserver.History> refused -> {
                    gaps.lost(room, joined.before(), refused.error() + ": " + refused.why());
                    from = "";
                }
            }
        }
        return newestFirst.reversed();
    }

    private static long weight(Event event) {
        return event.content().toString().length()
                + (long) event.unsigned().toString().length();
    }
}
