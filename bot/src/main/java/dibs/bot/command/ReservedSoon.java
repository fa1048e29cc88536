package dibs.bot.command;

import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.lease.Reservation;
import dibs.backend.person.PersonId;
import dibs.bot.command.Overview.Entry;
import dibs.bot.reply.Line;
import dibs.bot.reply.NextSteps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reservations of the coming day at a glance: the reader's own first, with what may be done about them. Purposes are left out. */
final class ReservedSoon {
    /** So far ahead they are shown. */
    static final Duration AHEAD = Duration.ofDays(1);

    private static final int MOST = 10;

    private ReservedSoon() {}

    /**
     * A line each.
     *
     * @param soon the soonest first
     * @param claims whether the reader may claim, and so confirm
     */
    static List<Entry> entries(List<Reservation> soon, PersonId reader, boolean claims) {
        List<Entry> entries = new ArrayList<>();
        List<Reservation> sorted = new ArrayList<>(soon);
        sorted.sort((one, other) -> Boolean.compare(isOf(reader, other), isOf(reader, one)));
        sorted.stream()
                .limit(MOST)
                .map(it -> isOf(reader, it) ? own(it, claims) : Entry.of(line(it)))
                .forEach(entries::add);
        Overviews.more(entries, soon.size() - MOST, Verb.LEASES.word() + " upcoming");
        return entries;
    }

    private static boolean isOf(PersonId reader, Reservation reservation) {
        return reservation.person().id().equals(reader);
    }

    private static Line line(Reservation reservation) {
        return ReservationWords.names(reservation.environments())
                .then(Line.of(
                        ": reserved for {} from {} until {}.",
                        who(reservation.person()),
                        when(reservation.starts()),
                        when(reservation.ends())));
    }

    private static Entry own(Reservation reservation, boolean claims) {
        Line window = ReservationWords.names(reservation.environments())
                .then(Line.of(
                        ": reserved for you from {} until {}", when(reservation.starts()), when(reservation.ends())));
        Line line = window.then(
                switch (reservation.state()) {
                    case ASKED ->
                        Line.of("; it lapses unless you confirm it before {}.", when(reservation.confirmBy()));
                    case CONFIRMED -> Line.of("; you confirmed it, {}.", text(reservation.id()));
                    default -> Line.of(", {}.", text(reservation.id()));
                });
        return new Entry(line, claims ? NextSteps.reserved(reservation) : List.of());
    }
}
