package dibs.backend.store;

import dibs.backend.environment.UnitName;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.QuestionRows;
import dibs.backend.lease.StaleQuestion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Questions whether leases are still used, in rows, and when each lease is looked at next. */
final class JdbiQuestions implements QuestionRows {
    private final Handle handle;

    JdbiQuestions(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<Lease> due(Instant now, int limit) {
        return new LeaseQueries(handle).toAskAbout(now, limit);
    }

    @Override
    public void lookAt(LeaseId lease, Optional<Instant> next) {
        handle.createUpdate("update lease set ask_at = :next where id = :id")
                .bind("next", next.map(Instant::toEpochMilli).orElse(null))
                .bind("id", lease.value())
                .execute();
    }

    @Override
    public void lookAgain(Collection<UnitName> units) {
        if (!units.isEmpty()) {
            handle.createUpdate("""
                update lease set ask_at = 0
                where state = 'held' and id in (select lease_id from lease_unit where open and unit in (<units>))\
                """)
                    .bindList("units", JdbiLeaseRows.names(units))
                    .execute();
        }
    }

    @Override
    public Optional<StaleQuestion> open(LeaseId lease) {
        return handle.createQuery("""
            select reason, asked_at, due, told_at from stale_question
            where lease_id = :lease and answered_at is null\
            """)
                .bind("lease", lease.value())
                .map((row, context) -> {
                    long told = row.getLong("told_at");
                    return new StaleQuestion(
                            lease,
                            StaleQuestion.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                            Instant.ofEpochMilli(row.getLong("asked_at")),
                            Instant.ofEpochMilli(row.getLong("due")),
                            told == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(told)));
                })
                .findFirst();
    }

    @Override
    public void ask(StaleQuestion question) {
        handle.createUpdate("""
            insert into stale_question (lease_id, reason, asked_at, due) values (:lease, :reason, :asked, :due)
            on conflict (lease_id) do update
            set reason = excluded.reason, asked_at = excluded.asked_at, due = excluded.due,
                told_at = null, answered_at = null\
            """)
                .bind("lease", question.lease().value())
                .bind("reason", question.reason().name().toLowerCase(Locale.ROOT))
                .bind("asked", question.asked().toEpochMilli())
                .bind("due", question.due().toEpochMilli())
                .execute();
    }

    @Override
    public void told(LeaseId lease, Instant now) {
        mark("told_at", lease, now);
    }

    @Override
    public void answered(LeaseId lease, Instant now) {
        mark("answered_at", lease, now);
    }

    private void mark(String column, LeaseId lease, Instant now) {
        handle.createUpdate("update stale_question set " + column
                        + " = :now where lease_id = :lease and answered_at is null")
                .bind("lease", lease.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
