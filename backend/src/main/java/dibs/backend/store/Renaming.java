package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Gives an environment another name everywhere. */
final class Renaming {
    private final Handle handle;
    private final Dialect dialect;
    private final String from;
    private final String to;

    Renaming(Handle handle, Dialect dialect, EnvironmentId from, EnvironmentId to) {
        this.handle = handle;
        this.dialect = dialect;
        this.from = from.value();
        this.to = to.value();
    }

    boolean run() {
        List<Unit> units = handle.createQuery(
                        "select name, token, person_id from unit where name in (<names>) order by name"
                                + dialect.rowLock())
                .bindList("names", from, to)
                .map((row, context) -> new Unit(row.getString("name"), row.getString("person_id") != null))
                .list();
        List<Unit> old = units.stream().filter(unit -> unit.name().equals(from)).toList();
        if (units.size() == 2 && units.stream().allMatch(Unit::kept)) {
            return false;
        }
        if (units.size() == 2) {
            merge(old.getFirst().kept());
        }
        // What refers to the unit follows it by the schema's cascade.
        int changed = handle.execute("update unit set name = ? where name = ?", to, from);
        changed += handle.execute("update lease set environment = ? where environment = ?", to, from);
        changed += handle.execute("update waiting set environment = ? where environment = ?", to, from);
        changed += watches();
        changed += handle.execute("update reservation set environment = ? where environment = ?", to, from);
        changed += handle.execute("update reservation_part set environment = ? where environment = ?", to, from);
        new Doubles(handle).uses("environment", "person_id", from, to);
        changed += handle.execute("update shared_use set environment = ? where environment = ?", to, from);
        changed += handle.execute("update waiver set consumer = ? where consumer = ?", to, from);
        changed += handle.execute("update waiver set environment = ? where environment = ?", to, from);
        changed += gates();
        changed += new JdbiHealth(handle).rename(from, to);
        changed += handle.execute("update history set environment = ? where environment = ?", to, from);
        return changed > 0;
    }

    /** Where both names have a gate of one sort, the new name's stays. */
    private int gates() {
        int changed = handle.execute("""
            delete from gate where environment = ? and exists (
              select 1 from gate g where g.environment = ? and g.repeats = gate.repeats)\
            """, from, to);
        changed += handle.execute("update gate set environment = ? where environment = ?", to, from);
        return changed + new JdbiGates(handle, dialect).rename(from, to);
    }

    private int watches() {
        int changed = handle.execute("""
            delete from watch where environment = ? and exists (
              select 1 from watch w where w.person_id = watch.person_id and w.environment = ?)\
            """, from, to);
        changed += handle.execute("update watch set environment = ? where environment = ?", to, from);
        handle.execute("""
            delete from watch where unit = ? and exists (
              select 1 from watch w
              where w.person_id = watch.person_id and w.environment = watch.environment and w.unit = ?)\
            """, from, to);
        return changed + handle.execute("update watch set unit = ? where unit = ?", to, from);
    }

    /** Puts away the row of the new name, after the old one took over its past and the higher token. */
    private void merge(boolean oldIsKept) {
        handle.execute("""
            update unit set token = (select max(token) from unit where name in (?, ?))
            where name = ?\
            """, from, to, from);
        if (!oldIsKept) {
            handle.execute("""
                update unit set kind = other.kind, lease_id = other.lease_id, person_id = other.person_id,
                    since = other.since, until = other.until
                from unit other
                where unit.name = ? and other.name = ?\
                """, from, to);
        }
        handle.execute("""
            update lease_unit set unit = ?
            where unit = ? and lease_id not in (select lease_id from lease_unit where unit = ?)\
            """, from, to, from);
        handle.execute("delete from lease_unit where unit = ?", to);
        new Doubles(handle).places("unit", "person_id", from, to);
        handle.execute("update waiting set unit = ? where unit = ?", from, to);
        handle.execute("""
            delete from untidied where unit = ? and (
              lease_id in (select t.lease_id from untidied t where t.unit = ?)
              or (closed_at is null
                and exists (select 1 from untidied t where t.unit = ? and t.closed_at is null)))\
            """, to, from, from);
        handle.execute("update untidied set unit = ? where unit = ?", from, to);
        handle.execute("""
            update reservation set unit = ?
            where unit = ? and id not in (select id from reservation where unit = ?)\
            """, from, to, from);
        handle.execute("delete from reservation where unit = ?", to);
        handle.execute("delete from unit where name = ?", to);
    }

    private record Unit(String name, boolean kept) {}
}
