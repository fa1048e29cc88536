package dibs.backend.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes one of two open rows where there may be only one: before two persons, or two names, become one. */
final class Doubles {
    private final Handle handle;

    Doubles(Handle handle) {
        this.handle = handle;
    }

    /**
     * Of two open places in one line the earlier one stays.
     *
     * @param who the column in which the two differ: {@code person_id} or {@code unit}
     * @param same the column in which they are alike
     */
    void places(String who, String same, String one, String other) {
        // What is left at once was never before anybody: the place that stays was there already.
        handle.createUpdate("""
                update waiting set left_at = since
                where left_at is null and <who> in (:one, :other)
                  and exists (
                    select 1 from waiting earlier
                    where earlier.left_at is null and earlier.<who> in (:one, :other)
                      and earlier.<same> = waiting.<same> and earlier.seq < waiting.seq)""")
                .define("who", who)
                .define("same", same)
                .bind("one", one)
                .bind("other", other)
                .execute();
    }

    /**
     * Of two open uses the one that ends later stays; the other ended when both were there.
     *
     * @param who the column in which the two differ: {@code person_id} or {@code environment}
     * @param same the column in which they are alike
     */
    void uses(String who, String same, String one, String other) {
        List<Pair> pairs = handle.createQuery("""
                select a.id as a, a.since as a_since, a.until as a_until, b.id as b, b.since as b_since, b.until as b_until
                from shared_use a join shared_use b on b.<same> = a.<same>
                where a.ended_at is null and b.ended_at is null and a.<who> = :one and b.<who> = :other""")
                .define("who", who)
                .define("same", same)
                .bind("one", one)
                .bind("other", other)
                .map((row, context) -> new Pair(
                        row.getLong("a_until") >= row.getLong("b_until") ? row.getString("b") : row.getString("a"),
                        Math.max(row.getLong("a_since"), row.getLong("b_since"))))
                .list();
        pairs.forEach(pair -> handle.createUpdate("update shared_use set ended_at = :at where id = :id")
                .bind("at", pair.met())
                .bind("id", pair.shorter())
                .execute());
    }

    private record Pair(String shorter, long met) {}
}
