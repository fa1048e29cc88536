package dibs.backend.store;

import dibs.backend.confirmation.Confirmation;
import dibs.backend.confirmation.Confirmations;
import dibs.backend.confirmation.Wish;
import dibs.backend.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Wishes that wait to be confirmed. */
final class JdbiConfirmations implements Confirmations {
    /** A wish of another version is not this one's to fulfil. */
    private static final List<String> KNOWN =
            Json.records(Wish.class).map(Class::getSimpleName).toList();

    private final Handle handle;
    private final Json json;

    JdbiConfirmations(Handle handle, Json json) {
        this.handle = handle;
        this.json = json;
    }

    @Override
    public boolean add(Confirmation confirmation) {
        return handle.createUpdate("""
                        insert into confirmation (code, person_id, wish_type, wish, at, until)
                        values (:code, :person, :type, :wish, :at, :until)
                        on conflict (code) do nothing""")
                        .bind("code", confirmation.code())
                        .bind("person", confirmation.by().value())
                        .bind("type", confirmation.wish().getClass().getSimpleName())
                        .bind("wish", json.write(confirmation.wish(), Wish.class))
                        .bind("at", confirmation.at().toEpochMilli())
                        .bind("until", confirmation.until().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Confirmation> find(String code) {
        return handle.createQuery("""
                select code, person_id, wish, at, until, taken_at from confirmation
                where code = :code and wish_type in (<known>)""")
                .bind("code", code)
                .bindList("known", KNOWN)
                .map((row, context) -> confirmation(row))
                .findFirst();
    }

    @Override
    public boolean take(String code, Instant now) {
        return handle.createUpdate("update confirmation set taken_at = :now where code = :code and taken_at is null")
                        .bind("code", code)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public void forget(Instant before) {
        handle.createUpdate("delete from confirmation where until < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private Confirmation confirmation(ResultSet row) throws SQLException {
        return new Confirmation(
                row.getString("code"),
                new PersonId(row.getString("person_id")),
                json.read(row.getString("wish"), Wish.class),
                Instant.ofEpochMilli(row.getLong("at")),
                Instant.ofEpochMilli(row.getLong("until")),
                row.getString("taken_at") != null);
    }
}
