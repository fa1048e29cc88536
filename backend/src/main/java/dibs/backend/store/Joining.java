package dibs.backend.store;

import dibs.backend.person.PersonId;
import org.jdbi.v3.core.Handle;

/** Makes two persons one: whatever names the other one names this one from then on, and the other is gone. */
final class Joining {
    private final Handle handle;
    private final Dialect dialect;
    private final String into;
    private final String other;

    Joining(Handle handle, Dialect dialect, PersonId into, PersonId other) {
        this.handle = handle;
        this.dialect = dialect;
        this.into = into.value();
        this.other = other.value();
    }

    void run() {
        if (into.equals(other) || !bothAreThere()) {
            return;
        }
        settings();
        handle.execute("update account set person_id = ? where person_id = ?", into, other);
        leases();
        pending();
        Doubles doubles = new Doubles(handle);
        doubles.places("person_id", "unit", into, other);
        handle.execute("update waiting set person_id = ? where person_id = ?", into, other);
        handle.execute("""
            delete from watch where person_id = ? and exists (
              select 1 from watch w
              where w.person_id = ? and w.environment = watch.environment and w.unit = watch.unit)\
            """, other, into);
        handle.execute("update watch set person_id = ? where person_id = ?", into, other);
        doubles.uses("person_id", "environment", into, other);
        handle.execute("update shared_use set person_id = ? where person_id = ?", into, other);
        handle.execute("update reservation set person_id = ? where person_id = ?", into, other);
        handle.execute("update reservation_series set person_id = ? where person_id = ?", into, other);
        handle.execute("update history set actor_id = ? where actor_id = ?", into, other);
        handle.execute("update waiver set by_id = ? where by_id = ?", into, other);
        handle.execute("update gate set by_id = ? where by_id = ?", into, other);
        handle.execute("update in_flight set by_id = ? where by_id = ?", into, other);
        handle.execute("update judgement set person_id = ? where person_id = ?", into, other);
        handle.execute("update confirmation set person_id = ? where person_id = ?", into, other);
        handle.execute("update quiet_conversation set by_id = ? where by_id = ?", into, other);
        handle.execute("update outage_kept set holder_id = ? where holder_id = ?", into, other);
        handle.execute("update outbox set person_id = ? where person_id = ?", into, other);
        JdbiReminders.lookAgain(handle, new PersonId(into));
        // An open code of the other would join to somebody who is gone.
        handle.execute("delete from link_code where person_id = ?", other);
        handle.execute("delete from person where id = ?", other);
    }

    /** Locks both, so that nobody writes the other's name meanwhile. */
    private boolean bothAreThere() {
        return handle.createQuery("select id from person where id in (:into, :other) order by id" + dialect.rowLock())
                        .bind("into", into)
                        .bind("other", other)
                        .mapTo(String.class)
                        .list()
                        .size()
                == 2;
    }

    private void settings() {
        handle.execute("""
            update person
            set zone = coalesce(person.zone, was.zone), hours = coalesce(person.hours, was.hours),
                remind_ms = coalesce(person.remind_ms, was.remind_ms), spoke = coalesce(person.spoke, was.spoke)
            from person was
            where person.id = ? and was.id = ?\
            """, into, other);
    }

    private void leases() {
        handle.execute("update lease set holder_id = ? where holder_id = ?", into, other);
        handle.execute("update unit set person_id = ? where person_id = ?", into, other);
        handle.execute("""
            delete from helper
            where person_id = ? and lease_id in (select lease_id from helper where person_id = ?)\
            """, other, into);
        handle.execute("update helper set person_id = ? where person_id = ?", into, other);
        // Nobody helps themselves.
        handle.execute("""
            delete from helper
            where person_id = ? and lease_id in (select id from lease where holder_id = ?)\
            """, into, into);
    }

    private void pending() {
        handle.execute("update handover set to_id = ? where to_id = ?", into, other);
        handle.execute("update handover set by_id = ? where by_id = ?", into, other);
        handle.execute("update takeover set by_id = ? where by_id = ?", into, other);
        // Nothing is open between the two any more.
        handle.execute("""
            update handover set open = false
            where to_id = ? and open and lease_id in (select id from lease where holder_id = ?)\
            """, into, into);
        handle.execute("""
            update takeover set open = false
            where by_id = ? and open and lease_id in (select id from lease where holder_id = ?)\
            """, into, into);
    }
}
