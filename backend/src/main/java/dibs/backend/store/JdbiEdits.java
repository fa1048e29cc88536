package dibs.backend.store;

import dibs.backend.notice.DeliveryRows.Edit;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Messages that are to be changed to what their notices say by now: columns of the outbox. */
final class JdbiEdits {
    private static final Duration WORTH_IT = Duration.ofDays(7);

    private final Handle handle;
    private final Json json;

    JdbiEdits(Handle handle, Json json) {
        this.handle = handle;
        this.json = json;
    }

    Optional<Edit> take(Collection<String> platforms, Instant now, Instant until) {
        List<String> names = List.copyOf(platforms);
        Query query = handle.createQuery("""
            select parcel from outbox
            where edit_at <= :now and message_id is not null and created_at > :worth and <on>
            order by edit_at, seq limit 1\
            """)
                .define("on", JdbiDeliveries.on("via", names))
                .bind("now", now.toEpochMilli())
                .bind("worth", now.minus(WORTH_IT).toEpochMilli());
        for (int number = 0; number < names.size(); number++) {
            query.bind("platform" + number, names.get(number) + ":%");
        }
        return query.mapTo(String.class).findFirst().flatMap(parcel -> take(parcel, now, until));
    }

    private Optional<Edit> take(String parcel, Instant now, Instant until) {
        boolean taken =
                handle.createUpdate("update outbox set edit_at = :until where parcel = :parcel and edit_at <= :now")
                                .bind("until", until.toEpochMilli())
                                .bind("parcel", parcel)
                                .bind("now", now.toEpochMilli())
                                .execute()
                        > 0;
        if (!taken) {
            return Optional.empty();
        }
        List<Row> rows = handle.createQuery("""
            select id, person_id, notice, created_at, via, message_id from outbox where parcel = :parcel order by seq\
            """)
                .bind("parcel", parcel)
                .map((row, context) -> row(row))
                .list();
        Row first = rows.getFirst();
        Parcel whole = new Parcel(
                parcel, first.pending().to(), rows.stream().map(Row::pending).toList());
        return Optional.of(new Edit(whole, first.via(), first.messageId(), until));
    }

    void done(Edit edit) {
        handle.createUpdate("update outbox set edit_at = null where parcel = :parcel and edit_at = :until")
                .bind("parcel", edit.parcel().id())
                .bind("until", edit.until().toEpochMilli())
                .execute();
    }

    void later(Edit edit, Instant next) {
        handle.createUpdate("update outbox set edit_at = :next where parcel = :parcel and edit_at = :until")
                .bind("next", next.toEpochMilli())
                .bind("parcel", edit.parcel().id())
                .bind("until", edit.until().toEpochMilli())
                .execute();
    }

    private Row row(ResultSet row) throws SQLException {
        Pending pending = new Pending(
                row.getString("id"),
                new PersonId(row.getString("person_id")),
                json.read(row.getString("notice"), Notice.class),
                Instant.ofEpochMilli(row.getLong("created_at")));
        return new Row(pending, new AccountId(row.getString("via")), row.getString("message_id"));
    }

    private record Row(Pending pending, AccountId via, String messageId) {}
}
