package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Schedule.Span;
import dibs.backend.notice.Notice;
import dibs.backend.person.WorkingHours;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.ShortId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores windows inside a transaction, where nobody else has anything of them. The units must be locked. */
final class Reserving {
    private final LeaseTx tx;
    private final IdSource ids;
    private final Instant now;

    Reserving(LeaseTx tx, IdSource ids, Instant now) {
        this.tx = tx;
        this.ids = ids;
        this.now = now;
    }

    ReserveResult reserve(ReserveRequest request, Asker asker) {
        Optional<Span> first = request.schedule().next(now);
        Optional<ReserveResult> refusal = refusal(request, first);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (tx.reservations().count(asker.person().id()) >= ReservationService.MOST) {
            return new ReserveResult.TooMany(ReservationService.MOST);
        }
        Schedule schedule = request.schedule().beginning(first.orElseThrow());
        Instant storedTo = now.plus(ReservationService.STORED);
        Instant to = first.get().starts().isBefore(storedTo)
                ? storedTo
                : first.get().starts().plusMillis(1);
        List<Span> spans = schedule.between(first.get().starts(), to);
        List<UnitName> units = Claims.units(request.environments());
        Inquest inquest = Inquest.of(tx, units, now);
        for (Span span : spans) {
            Optional<Reservation> mine = inquest.own(span, asker);
            if (mine.isPresent()) {
                return new ReserveResult.Already(mine.get());
            }
        }
        Set<Blocker> blockers = new LinkedHashSet<>();
        spans.forEach(span -> blockers.addAll(inquest.others(span, asker)));
        return blockers.isEmpty()
                ? store(request, schedule, spans, to, asker)
                : new ReserveResult.Taken(List.copyOf(blockers));
    }

    private Optional<ReserveResult> refusal(ReserveRequest request, Optional<Span> first) {
        Schedule schedule = request.schedule();
        if (first.isEmpty() || !first.get().starts().isAfter(now)) {
            return Optional.of(new ReserveResult.Past(
                    schedule.first().atZone(schedule.zone()).toInstant()));
        }
        Instant starts = first.get().starts();
        if (starts.isAfter(now.plus(ReservationService.AHEAD))) {
            return Optional.of(new ReserveResult.TooFar(starts, now.plus(ReservationService.AHEAD)));
        }
        if (schedule.until().filter(until -> !until.isAfter(starts)).isPresent()) {
            return Optional.of(new ReserveResult.Never(schedule.until().get()));
        }
        for (Environment environment : request.environments()) {
            if (schedule.length().compareTo(environment.guidance().limits().maximum()) > 0) {
                return Optional.of(new ReserveResult.TooLong(
                        environment.id(), environment.guidance().limits().maximum()));
            }
        }
        boolean intoItself = schedule.every().isPresent()
                && schedule.next(starts.plusMillis(1))
                        .filter(second -> second.starts().isBefore(first.get().ends()))
                        .isPresent();
        return intoItself ? Optional.of(new ReserveResult.IntoItself(schedule.length())) : Optional.empty();
    }

    private ReserveResult store(
            ReserveRequest request, Schedule schedule, List<Span> spans, Instant storedTo, Asker asker) {
        Series plan = new Series(
                "",
                asker.person(),
                schedule,
                request.environments().stream().map(Environment::id).toList(),
                request.uses().stream().map(Environment::id).toList(),
                request.purpose(),
                request.bundle(),
                storedTo,
                spans.size());
        String id = ShortId.taken('r', ids, it -> tx.reservations().add(plan.called(it), now));
        Series series = plan.called(id);
        if (schedule.every().isEmpty()) {
            tx.reservations().end(id, now);
        }
        List<Reservation> stored = new ArrayList<>();
        for (Span span : spans) {
            stored.add(add(series, parts(request.environments()), span, stored.size() + 1));
        }
        Map<String, String> details = new HashMap<>();
        details.put("starts", Notes.moment(spans.getFirst().starts()));
        details.put("until", Notes.moment(spans.getFirst().ends()));
        request.purpose().ifPresent(why -> details.put("purpose", why));
        series.environments().forEach(environment -> Notes.write(tx, What.RESERVED, environment, asker, details));
        return new ReserveResult.Reserved(stored);
    }

    private Reservation add(Series series, List<Reservation.Part> parts, Span span, int number) {
        boolean once = series.schedule().every().isEmpty();
        // Whoever reserves what begins in a moment is there.
        boolean near = !now.isBefore(span.starts().minus(Reservation.BEFORE));
        Reservation reservation = new Reservation(
                once ? series.id() : series.id() + "." + number,
                series.id(),
                series.person(),
                parts,
                span.starts(),
                span.ends(),
                near ? Reservation.State.CONFIRMED : Reservation.State.PLANNED,
                Optional.empty(),
                series.schedule().every(),
                series.purpose(),
                series.bundle());
        tx.reservations().add(reservation);
        return reservation;
    }

    /** Stores the windows of a series that begin before then; its person is told of those that others have. */
    void more(Series series, List<Environment> environments, Instant to) {
        Asker owner = new Asker(series.person(), series.schedule().zone(), WorkingHours.USUAL, Optional.empty(), now);
        List<Span> spans = series.schedule().between(series.storedTo(), to).stream()
                .filter(span -> span.starts().isAfter(now))
                .toList();
        Inquest inquest = Inquest.of(tx, Claims.units(environments), now);
        int number = series.windows();
        for (Span span : spans) {
            List<Blocker> others = inquest.others(span, owner);
            if (others.isEmpty() && inquest.own(span, owner).isEmpty()) {
                number++;
                add(series, parts(environments), span, number);
            } else if (!others.isEmpty()) {
                missed(series, span, others);
            }
        }
        tx.reservations().stored(series.id(), to, number);
        if (series.schedule().until().filter(until -> !until.isAfter(to)).isPresent()) {
            tx.reservations().end(series.id(), now);
        }
    }

    private void missed(Series series, Span span, List<Blocker> others) {
        String by = others.stream().map(it -> it.by().name()).distinct().collect(Collectors.joining(", "));
        Notice notice =
                new Notice.ReservationMissed(series.environments(), series.id(), span.starts(), span.ends(), by);
        tx.outbox().put(series.person().id(), notice, now);
    }

    private static List<Reservation.Part> parts(List<Environment> environments) {
        Set<UnitName> gone = new LinkedHashSet<>();
        List<Reservation.Part> parts = new ArrayList<>();
        for (Environment environment : environments) {
            List<UnitName> units =
                    environment.units().stream().filter(gone::add).toList();
            if (!units.isEmpty()) {
                parts.add(new Reservation.Part(environment.id(), units));
            }
        }
        return parts;
    }

    /** Who has anything of the units, now or later. */
    private record Inquest(
            Collection<UnitName> units, List<Lease> leases, List<Window> windows, List<Reservation> reservations) {
        static Inquest of(LeaseTx tx, Collection<UnitName> units, Instant now) {
            return new Inquest(
                    units,
                    tx.leases().open(units).stream()
                            .filter(lease -> lease.heldAt(now))
                            .toList(),
                    tx.windows().of(units).stream()
                            .filter(window -> window.until().isAfter(now))
                            .toList(),
                    tx.reservations().open(units));
        }

        Optional<Reservation> own(Span span, Asker asker) {
            return reservations.stream()
                    .filter(it -> it.belongsTo(asker.person().id()) && span.overlaps(it.starts(), it.ends()))
                    .findFirst();
        }

        List<Blocker> others(Span span, Asker asker) {
            List<Blocker> found = new ArrayList<>();
            leases.stream()
                    .filter(lease -> !lease.holder().id().equals(asker.person().id()))
                    .filter(lease -> lease.until().isAfter(span.starts()))
                    .map(Blocker::of)
                    .forEach(found::add);
            windows.stream()
                    .filter(window ->
                            !window.person().id().equals(asker.person().id()))
                    .filter(window -> window.until().isAfter(span.starts()))
                    .map(Inquest::offered)
                    .forEach(found::add);
            reservations.stream()
                    .filter(it -> !it.belongsTo(asker.person().id()) && span.overlaps(it.starts(), it.ends()))
                    .flatMap(it -> it.blocking(units).stream())
                    .forEach(found::add);
            return found;
        }

        private static Blocker offered(Window window) {
            return new Blocker(
                    new EnvironmentId(window.unit().value()),
                    List.of(window.unit()),
                    window.person(),
                    Blocker.State.OFFERED,
                    window.since(),
                    window.until(),
                    Optional.empty());
        }
    }
}
