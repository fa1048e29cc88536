package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What happened in all rooms, in the one order in which it is heard: as it came within a room, and between rooms by how long ago
 * the homeserver says it was, then by the room's id. What was before Dibs was in a room is not heard.
 */
final class Timelines {
    /** Where nobody knows up to where Dibs had heard; what is older is not answered anyway. */
    private static final Duration FARTHEST = Duration.ofDays(1);

    private final Self self;
    private final Homeserver homeserver;
    private final Journal journal;
    private final Gaps gaps;
    private Optional<Instant> heardUntil = Optional.empty();

    Timelines(Self self, Homeserver homeserver, Journal journal, Gaps gaps) {
        this.self = self;
        this.homeserver = homeserver;
        this.journal = journal;
        this.gaps = gaps;
    }

    /** All that happened until then was heard. */
    void heardUntil(Instant then) {
        heardUntil = Optional.of(then);
    }

    /**
     * What a batch tells of, with what was left out of it since then.
     *
     * @param now when the batch came
     */
    List<Heard> since(Batch batch, String since, Instant now) {
        Past past = new Past(homeserver, journal, gaps);
        List<Deque<Heard>> rooms = new ArrayList<>();
        batch.joined().forEach((room, joined) -> {
            List<Event> events = new ArrayList<>();
            if (joined.limited()) {
                events.addAll(past.before(room, joined, Optional.of(since), this::isArrival));
            }
            joined.timeline().forEach(event -> events.add(Ages.onOurClock(event, now, heardUntil)));
            rooms.add(heard(room, events));
        });
        return merged(rooms);
    }

    /**
     * What happened since Dibs last heard something, as far as anybody knows, where the homeserver does not know it any more.
     *
     * @param now when the baseline came
     */
    List<Heard> sinceLast(Batch baseline, Instant now) {
        Instant farthest = now.minus(FARTHEST);
        Predicate<Event> known = event ->
                event.sent().isBefore(farthest) || journal.find(event.id()).isPresent();
        Past past = new Past(homeserver, journal, gaps);
        List<Deque<Heard>> rooms = new ArrayList<>();
        baseline.joined().forEach((room, joined) -> {
            List<Event> timeline = joined.timeline().stream()
                    .map(event -> Ages.onOurClock(event, now, heardUntil))
                    .toList();
            List<Event> events = new ArrayList<>();
            if (timeline.stream().noneMatch(known)) {
                events.addAll(past.before(room, joined, Optional.empty(), known.or(this::isArrival)));
            }
            events.addAll(timeline);
            events.removeIf(event -> event.sent().isBefore(farthest));
            rooms.add(heard(room, events));
        });
        return merged(rooms);
    }

    private Deque<Heard> heard(RoomId room, List<Event> events) {
        int arrival = -1;
        for (int i = 0; i < events.size(); i++) {
            arrival = isArrival(events.get(i)) ? i : arrival;
        }
        List<Event> within = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            String membership = events.get(i).unsigned().path("membership").asString("");
            if (membership.isEmpty() ? i > arrival : membership.equals("join")) {
                within.add(events.get(i));
            }
        }
        return edited(room, within);
    }

    /** Of several edits the last counts; one that came along with what it edits is heard with that. */
    private static Deque<Heard> edited(RoomId room, List<Event> events) {
        Map<Edited, Event> latest = new HashMap<>();
        events.stream().filter(Edits::isEdit).forEach(edit -> latest.put(Edited.by(edit), edit));
        Set<Edited> there = events.stream()
                .map(event -> new Edited(event.id(), event.sender()))
                .collect(Collectors.toSet());
        Deque<Heard> heard = new ArrayDeque<>();
        for (Event event : events) {
            if (!Edits.isEdit(event)) {
                Optional<Event> edit = Optional.ofNullable(latest.get(new Edited(event.id(), event.sender())));
                heard.add(new Heard(room, event, edit));
            } else if (!there.contains(Edited.by(event)) && event.equals(latest.get(Edited.by(event)))) {
                heard.add(new Heard(room, event));
            }
        }
        return heard;
    }

    /** Which message was edited by whom. */
    private record Edited(String message, UserId by) {
        private static Edited by(Event edit) {
            return new Edited(
                    edit.content().path("m.relates_to").path("event_id").asString(""), edit.sender());
        }
    }

    /** Whether it is how Dibs came in; a change of its name or picture looks much the same. */
    private boolean isArrival(Event event) {
        return event.type().equals("m.room.member")
                && event.stateKey().equals(Optional.of(self.user().value()))
                && event.content().path("membership").asString("").equals("join")
                && !event.unsigned()
                        .path("prev_content")
                        .path("membership")
                        .asString("")
                        .equals("join");
    }

    private static List<Heard> merged(List<Deque<Heard>> rooms) {
        Comparator<Deque<Heard>> first = Comparator.comparing(
                        (Deque<Heard> room) -> room.getFirst().event().sent())
                .thenComparing(room -> room.getFirst().room().value());
        PriorityQueue<Deque<Heard>> next = new PriorityQueue<>(first);
        rooms.stream().filter(room -> !room.isEmpty()).forEach(next::add);
        List<Heard> merged = new ArrayList<>();
        while (!next.isEmpty()) {
            Deque<Heard> room = next.remove();
            merged.add(room.removeFirst());
            if (!room.isEmpty()) {
                next.add(room);
            }
        }
        return merged;
    }
}
