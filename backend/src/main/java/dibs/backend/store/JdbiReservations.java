package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationRows;
import dibs.backend.lease.Series;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reservations in rows: a series, its windows, and what each window keeps. */
final class JdbiReservations implements ReservationRows {
    private final Handle handle;
    private final ReservationQueries queries;

    JdbiReservations(Handle handle) {
        this.handle = handle;
        this.queries = new ReservationQueries(handle);
    }

    @Override
    public boolean add(Series series, Instant now) {
        boolean added = handle.createUpdate("""
            insert into reservation_series
              (id, person_id, zone, first_at, length, days, weeks, until, purpose, bundle, made_at, stored_to, windows)
            values
              (:id, :person, :zone, :first, :length, :days, :weeks, :until, :purpose, :bundle, :now, :stored, :windows)
            on conflict (id) do nothing\
            """)
                        .bind("id", series.id())
                        .bind("person", series.person().id().value())
                        .bind("zone", series.schedule().zone().getId())
                        .bind("first", series.schedule().first().toString())
                        .bind("length", series.schedule().length().toMillis())
                        .bind("days", ReservationQueries.days(series.schedule().every()))
                        .bind(
                                "weeks",
                                series.schedule()
                                        .every()
                                        .map(every -> every.weeks())
                                        .orElse(1))
                        .bind(
                                "until",
                                series.schedule()
                                        .until()
                                        .map(Instant::toEpochMilli)
                                        .orElse(null))
                        .bind("purpose", series.purpose().orElse(null))
                        .bind("bundle", series.bundle().orElse(null))
                        .bind("now", now.toEpochMilli())
                        .bind("stored", series.storedTo().toEpochMilli())
                        .bind("windows", series.windows())
                        .execute()
                == 1;
        if (added) {
            parts(series);
        }
        return added;
    }

    private void parts(Series series) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into reservation_part (series_id, position, environment, shared)
            values (:series, :position, :environment, :shared)\
            """);
        int kept = series.environments().size();
        IntStream.range(0, kept + series.uses().size())
                .forEach(i -> batch.bind("series", series.id())
                        .bind("position", i)
                        .bind(
                                "environment",
                                (i < kept
                                                ? series.environments().get(i)
                                                : series.uses().get(i - kept))
                                        .value())
                        .bind("shared", i >= kept)
                        .add());
        batch.execute();
    }

    @Override
    public void add(Reservation reservation) {
        handle.createUpdate("""
            insert into occurrence (id, series_id, starts, ends, purpose, state)
            values (:id, :series, :starts, :ends, :purpose, :state)\
            """)
                .bind("id", reservation.id())
                .bind("series", reservation.series())
                .bind("starts", reservation.starts().toEpochMilli())
                .bind("ends", reservation.ends().toEpochMilli())
                .bind("purpose", reservation.purpose().orElse(null))
                .bind("state", word(reservation.state()))
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
            insert into reservation (id, unit, person_id, starts, ends, environment)
            values (:id, :unit, :person, :starts, :ends, :environment)
            on conflict (id, unit) do nothing\
            """);
        for (Reservation.Part part : reservation.parts()) {
            part.units()
                    .forEach(unit -> batch.bind("id", reservation.id())
                            .bind("unit", unit.value())
                            .bind("person", reservation.person().id().value())
                            .bind("starts", reservation.starts().toEpochMilli())
                            .bind("ends", reservation.ends().toEpochMilli())
                            .bind("environment", part.environment().value())
                            .add());
        }
        batch.execute();
    }

    @Override
    public List<Reservation> open(Collection<UnitName> units) {
        return queries.open(units);
    }

    @Override
    public List<Reservation> open() {
        return queries.open();
    }

    @Override
    public List<Reservation> ofSeries(String series) {
        return queries.ofSeries(series);
    }

    @Override
    public Optional<Reservation> find(String id) {
        return queries.find(id);
    }

    @Override
    public List<Reservation> due(Instant starts, int limit) {
        return queries.due(starts, limit);
    }

    @Override
    public boolean move(String id, Reservation.State state, Instant now) {
        boolean open = handle.createUpdate("""
            update occurrence set state = :state
            where id = :id and state in ('planned', 'asked', 'confirmed')\
            """)
                        .bind("id", id)
                        .bind("state", word(state))
                        .execute()
                == 1;
        if (open && !state.isOpen()) {
            handle.createUpdate("update reservation set cancelled_at = :now where id = :id and cancelled_at is null")
                    .bind("id", id)
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
        return open;
    }

    @Override
    public void longer(String id, Instant confirmBy) {
        handle.createUpdate("""
            update occurrence set confirm_by = :by, state = 'planned'
            where id = :id and state in ('planned', 'asked')\
            """)
                .bind("by", confirmBy.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    @Override
    public void purpose(String id, String purpose) {
        handle.execute("update occurrence set purpose = ? where id = ?", purpose, id);
    }

    @Override
    public int count(PersonId person) {
        return handle.createQuery("""
            select count(*) from reservation_series s
            where s.person_id = :person and exists (
              select 1 from occurrence o
              where o.series_id = s.id and o.state in ('planned', 'asked', 'confirmed'))\
            """)
                .bind("person", person.value())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<Series> toAdd(Instant storedTo, int limit) {
        return queries.toAdd(storedTo, limit);
    }

    @Override
    public void stored(String series, Instant storedTo, int windows) {
        handle.createUpdate("update reservation_series set stored_to = :to, windows = :windows where id = :id")
                .bind("to", storedTo.toEpochMilli())
                .bind("windows", windows)
                .bind("id", series)
                .execute();
    }

    @Override
    public void end(String series, Instant at) {
        handle.createUpdate("update reservation_series set ended_at = :at where id = :id and ended_at is null")
                .bind("at", at.toEpochMilli())
                .bind("id", series)
                .execute();
    }

    @Override
    public List<EnvironmentId> uses(String series) {
        return queries.parts(series, true);
    }

    private static String word(Reservation.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
