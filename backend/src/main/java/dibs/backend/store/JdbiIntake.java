package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.intake.HeardEvent;
import dibs.backend.intake.IntakeRows;
import dibs.backend.intake.LeaseMeant;
import dibs.backend.intake.Position;
import dibs.backend.intake.RoomNote;
import dibs.backend.person.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What an account has heard, and up to where. */
final class JdbiIntake implements IntakeRows {
    private static final String EVENT =
            "select event_id, room, sender, outcome, environment, token, at from heard_event";

    private final Handle handle;

    JdbiIntake(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Position position(AccountId account) {
        return handle.createQuery("select since, filter from sync_position where account = :account")
                .bind("account", account.value())
                .map((row, context) -> new Position(
                        Optional.ofNullable(row.getString("since")), Optional.ofNullable(row.getString("filter"))))
                .findFirst()
                .orElse(Position.NONE);
    }

    @Override
    public void since(AccountId account, Optional<String> since, Instant now) {
        keep("since", account, since, now);
    }

    @Override
    public void filter(AccountId account, Optional<String> filter, Instant now) {
        keep("filter", account, filter, now);
    }

    private void keep(String column, AccountId account, Optional<String> value, Instant now) {
        handle.createUpdate("""
            insert into sync_position (account, <column>, at) values (:account, :value, :now)
            on conflict (account) do update set <column> = excluded.<column>, at = excluded.at\
            """)
                .define("column", column)
                .bind("account", account.value())
                .bind("value", value.orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public boolean heard(AccountId account, HeardEvent event) {
        return meant(handle.createUpdate("""
            insert into heard_event (account, event_id, room, sender, outcome, environment, token, at)
            values (:account, :event, :room, :sender, :outcome, :environment, :token, :at)
            on conflict (account, event_id) do nothing\
            """), event.lease())
                        .bind("account", account.value())
                        .bind("event", event.id())
                        .bind("room", event.room())
                        .bind("sender", event.sender())
                        .bind("outcome", event.outcome())
                        .bind("at", event.at().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public Optional<HeardEvent> find(AccountId account, String event) {
        return handle.createQuery(EVENT + " where account = :account and event_id = :event")
                .bind("account", account.value())
                .bind("event", event)
                .map((row, context) -> event(row))
                .findFirst();
    }

    @Override
    public void outcome(AccountId account, String event, String outcome, Optional<LeaseMeant> lease) {
        meant(handle.createUpdate("""
            update heard_event set outcome = :outcome, environment = :environment, token = :token
            where account = :account and event_id = :event\
            """), lease)
                .bind("account", account.value())
                .bind("event", event)
                .bind("outcome", outcome)
                .execute();
    }

    @Override
    public Optional<HeardEvent> last(AccountId account, String room) {
        return handle.createQuery(EVENT + " where account = :account and room = :room order by seq desc limit 1")
                .bind("account", account.value())
                .bind("room", room)
                .map((row, context) -> event(row))
                .findFirst();
    }

    @Override
    public Optional<RoomNote> note(AccountId account, String room, String what) {
        return handle.createQuery(
                        "select value, at from room_note where account = :account and room = :room and what = :what")
                .bind("account", account.value())
                .bind("room", room)
                .bind("what", what)
                .map((row, context) -> note(row))
                .findFirst();
    }

    @Override
    public Map<String, RoomNote> notes(AccountId account, String what) {
        Map<String, RoomNote> notes = new LinkedHashMap<>();
        handle.createQuery(
                        "select room, value, at from room_note where account = :account and what = :what order by room")
                .bind("account", account.value())
                .bind("what", what)
                .map((row, context) -> Map.entry(row.getString("room"), note(row)))
                .forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
        return notes;
    }

    @Override
    public void note(AccountId account, String room, String what, RoomNote note) {
        handle.createUpdate("""
            insert into room_note (account, room, what, value, at) values (:account, :room, :what, :value, :at)
            on conflict (account, room, what) do update set value = excluded.value, at = excluded.at\
            """)
                .bind("account", account.value())
                .bind("room", room)
                .bind("what", what)
                .bind("value", note.value())
                .bind("at", note.at().toEpochMilli())
                .execute();
    }

    @Override
    public void forget(AccountId account, String room, String what) {
        handle.createUpdate("delete from room_note where account = :account and room = :room and what = :what")
                .bind("account", account.value())
                .bind("room", room)
                .bind("what", what)
                .execute();
    }

    @Override
    public int purge(Instant before) {
        return handle.createUpdate("delete from heard_event where at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    /** Names the lease that is meant, or none. */
    static <S extends SqlStatement<S>> S meant(S statement, Optional<LeaseMeant> lease) {
        return statement
                .bind(
                        "environment",
                        lease.map(LeaseMeant::environment)
                                .map(EnvironmentId::value)
                                .orElse(null))
                .bind("token", lease.map(LeaseMeant::token).orElse(null));
    }

    /** The lease that a row names; nothing where it names none. */
    static Optional<LeaseMeant> meant(ResultSet row) throws SQLException {
        String environment = row.getString("environment");
        return environment == null
                ? Optional.empty()
                : Optional.of(new LeaseMeant(new EnvironmentId(environment), row.getLong("token")));
    }

    private static HeardEvent event(ResultSet row) throws SQLException {
        return new HeardEvent(
                row.getString("event_id"),
                row.getString("room"),
                row.getString("sender"),
                row.getString("outcome"),
                meant(row),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static RoomNote note(ResultSet row) throws SQLException {
        return new RoomNote(row.getString("value"), Instant.ofEpochMilli(row.getLong("at")));
    }
}
