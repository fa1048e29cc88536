package dibs.backend.store;

import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.ReminderRows;
import dibs.backend.person.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reminders in rows, and when each lease is looked at next. */
final class JdbiReminders implements ReminderRows {
    private final Handle handle;

    JdbiReminders(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<PersonId> next(Instant now) {
        return handle.createQuery("""
            select holder_id from lease where state = 'held' and remind_at <= :now
            order by remind_at, id limit 1\
            """)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findFirst()
                .map(PersonId::new);
    }

    @Override
    public List<Lease> due(PersonId holder, Instant now, int limit) {
        return new LeaseQueries(handle).toRemindOf(holder, now, limit);
    }

    @Override
    public void lookAt(LeaseId lease, Optional<Instant> next) {
        handle.createUpdate("update lease set remind_at = :next where id = :id")
                .bind("next", next.map(Instant::toEpochMilli).orElse(null))
                .bind("id", lease.value())
                .execute();
    }

    @Override
    public void lookAgain() {
        handle.execute("update lease set remind_at = 0, ask_at = 0 where state = 'held'");
    }

    /** Looks at the leases of one person anew. */
    static void lookAgain(Handle handle, PersonId holder) {
        handle.execute(
                "update lease set remind_at = 0, ask_at = 0 where state = 'held' and holder_id = ?", holder.value());
    }

    @Override
    public Map<Duration, Instant> sent(LeaseId lease, Instant until) {
        return handle.createQuery("select lead_ms, at from reminder where lease_id = :lease and until = :until")
                .bind("lease", lease.value())
                .bind("until", until.toEpochMilli())
                .map((row, context) ->
                        Map.entry(Duration.ofMillis(row.getLong("lead_ms")), Instant.ofEpochMilli(row.getLong("at"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void sent(LeaseId lease, Instant until, Duration lead, Instant now) {
        handle.createUpdate("""
            insert into reminder (lease_id, until, lead_ms, at) values (:lease, :until, :lead, :now)
            on conflict (lease_id, until, lead_ms) do nothing\
            """)
                .bind("lease", lease.value())
                .bind("until", until.toEpochMilli())
                .bind("lead", lead.toMillis())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void told(LeaseId lease, String notice) {
        handle.createUpdate("insert into lease_notice (notice_id, lease_id, open) values (:notice, :lease, true)")
                .bind("notice", notice)
                .bind("lease", lease.value())
                .execute();
    }

    @Override
    public List<String> told(LeaseId lease) {
        return handle.createQuery("""
            select n.notice_id from lease_notice n left join outbox o on o.id = n.notice_id
            where n.lease_id = :lease and n.open
            order by o.seq\
            """)
                .bind("lease", lease.value())
                .mapTo(String.class)
                .list();
    }

    @Override
    public void close(Collection<String> notices) {
        if (!notices.isEmpty()) {
            handle.createUpdate("update lease_notice set open = false where notice_id in (<ids>)")
                    .bindList("ids", List.copyOf(notices))
                    .execute();
        }
    }
}
