package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.FencingToken;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.LeaseRows;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Units and leases in rows. */
final class JdbiLeaseRows implements LeaseRows {
    private final Handle handle;
    private final Dialect dialect;
    private final UnitRows units;
    private final LeaseQueries queries;

    JdbiLeaseRows(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
        this.units = new UnitRows(handle, dialect);
        this.queries = new LeaseQueries(handle);
    }

    @Override
    public Map<UnitName, FencingToken> lock(Collection<UnitName> names) {
        return units.lock(names);
    }

    @Override
    public boolean take(Lease lease, Instant now) {
        if (!units.take(lease, now)) {
            return false;
        }
        insert(lease);
        return true;
    }

    private void insert(Lease lease) {
        String id = lease.id().value();
        handle.createUpdate("""
            insert into lease (id, environment, holder_id, token, since, until, purpose, bundle, seen, state)
            values (:id, :environment, :holder, :token, :since, :until, :purpose, :bundle, :seen, 'held')\
            """)
                .bind("id", id)
                .bind("environment", lease.environment().value())
                .bind("holder", lease.holder().id().value())
                .bind("token", lease.token().value())
                .bind("since", lease.since().toEpochMilli())
                .bind("until", lease.until().toEpochMilli())
                .bind("purpose", lease.purpose().orElse(null))
                .bind("bundle", lease.bundle().orElse(null))
                .bind("seen", lease.seen().toEpochMilli())
                .execute();
        PreparedBatch batch =
                handle.prepareBatch("insert into lease_unit (lease_id, unit, open) values (:id, :unit, true)");
        lease.units()
                .forEach(unit -> batch.bind("id", id).bind("unit", unit.value()).add());
        batch.execute();
        lease.helpers().forEach(helper -> addHelper(lease.id(), helper));
    }

    @Override
    public boolean allOrNothing(BooleanSupplier work) {
        handle.execute("savepoint all_or_nothing");
        boolean done = work.getAsBoolean();
        if (!done) {
            handle.execute("rollback to savepoint all_or_nothing");
        }
        handle.execute("release savepoint all_or_nothing");
        return done;
    }

    @Override
    public List<Blocker> blockers(Collection<UnitName> names, PersonId person, Instant now, Instant until) {
        return new BlockerQueries(handle).blockers(names, person, now, until);
    }

    @Override
    public List<Lease> open(Collection<UnitName> names) {
        return queries.open(names);
    }

    @Override
    public List<Lease> due(Instant now, int limit) {
        return byEnd(queries.due(now, limit));
    }

    @Override
    public List<Lease> endingIn(Instant after, Instant upTo) {
        return byEnd(queries.endingIn(after, upTo));
    }

    private static List<Lease> byEnd(List<Lease> leases) {
        return leases.stream()
                .sorted(Comparator.comparing(Lease::until)
                        .thenComparing(lease -> lease.id().value()))
                .toList();
    }

    @Override
    public List<Lease> held(Instant now) {
        return queries.held(now).stream()
                .sorted(Comparator.comparing(Lease::environment))
                .toList();
    }

    @Override
    public Optional<Lease> find(LeaseId id) {
        return queries.find(id);
    }

    @Override
    public Optional<Instant> ended(LeaseId id) {
        return handle.createQuery("select ended_at from lease where id = :id and ended_at is not null")
                .bind("id", id.value())
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public boolean extend(LeaseId id, FencingToken token, Instant until, Instant now) {
        boolean held = handle.createUpdate("""
            update lease set until = :until, remind_at = 0, ask_at = 0
            where id = :id and token = :token and state = 'held' and until > :now\
            """)
                        .bind("id", id.value())
                        .bind("token", token.value())
                        .bind("until", until.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
        if (held) {
            handle.createUpdate("update unit set until = :until where lease_id = :id")
                    .bind("until", until.toEpochMilli())
                    .bind("id", id.value())
                    .execute();
        }
        return held;
    }

    @Override
    public boolean end(LeaseId id, FencingToken token, Lease.State how, Instant at) {
        boolean open = handle.createUpdate("""
            update lease set state = :how, ended_at = :at
            where id = :id and token = :token and state = 'held'\
            """)
                        .bind("id", id.value())
                        .bind("token", token.value())
                        .bind("how", how.name().toLowerCase(Locale.ROOT))
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
        if (open) {
            // Free at any moment, not from that one on: another command may have read the clock a little earlier.
            handle.createUpdate("""
                update unit set lease_id = null, person_id = null, since = 0, until = 0 where lease_id = :id\
                """).bind("id", id.value()).execute();
            handle.createUpdate("update lease_unit set open = false, ended_at = :at where lease_id = :id")
                    .bind("at", at.toEpochMilli())
                    .bind("id", id.value())
                    .execute();
        }
        return open;
    }

    @Override
    public void seen(LeaseId id, Instant now) {
        handle.createUpdate("update lease set seen = :now, remind_at = 0, ask_at = 0 where id = :id and state = 'held'")
                .bind("id", id.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<Duration> lately(UnitName unit, int most) {
        return queries.lately(unit, most);
    }

    @Override
    public boolean everHeld(PersonId person, Collection<EnvironmentId> environments) {
        return queries.everHeld(person, environments);
    }

    @Override
    public void addHelper(LeaseId id, PersonRef helper) {
        handle.createUpdate("""
            insert into helper (lease_id, person_id, added)
            select :lease, :person, coalesce(max(added), 0) + 1 from helper where lease_id = :lease
            on conflict (lease_id, person_id) do nothing\
            """)
                .bind("lease", id.value())
                .bind("person", helper.id().value())
                .execute();
    }

    @Override
    public boolean rename(EnvironmentId from, EnvironmentId to) {
        return new Renaming(handle, dialect, from, to).run();
    }

    /** The names in the order in which rows are locked. */
    static List<String> names(Collection<UnitName> units) {
        return units.stream().distinct().sorted().map(UnitName::value).toList();
    }
}
