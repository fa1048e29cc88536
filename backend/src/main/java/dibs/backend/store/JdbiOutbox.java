package dibs.backend.store;

import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.IdSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** What is still to be said, in the order in which it came up. */
final class JdbiOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiOutbox.class);

    /** A notice of another version waits for that version, and holds up none behind it. */
    static final List<String> KNOWN =
            Json.records(Notice.class).map(Class::getSimpleName).toList();

    private final Handle handle;
    private final Json json;
    private final IdSource ids;

    JdbiOutbox(Handle handle, Json json, IdSource ids) {
        this.handle = handle;
        this.json = json;
        this.ids = ids;
    }

    @Override
    public String put(PersonId to, Notice notice, Instant now) {
        String id = ids.next();
        handle.createUpdate("""
            insert into outbox (id, person_id, notice_type, notice, created_at)
            values (:id, :person, :type, :notice, :now)\
            """)
                .bind("id", id)
                .bind("person", to.value())
                .bind("type", notice.getClass().getSimpleName())
                .bind("notice", json.write(notice, Notice.class))
                .bind("now", now.toEpochMilli())
                .execute();
        return id;
    }

    @Override
    public Optional<Notice> find(String id) {
        return handle.createQuery("select notice from outbox where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findFirst()
                .map(notice -> json.read(notice, Notice.class));
    }

    @Override
    public boolean withdraw(String id) {
        return handle.createUpdate("delete from outbox where id = :id and sent_at is null and parcel is null")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** What was said with an answer is in no message of its own, and stays. */
    @Override
    public void revise(String id, Notice notice, Instant now) {
        handle.createUpdate("""
            update outbox
            set notice = :notice, notice_type = :type,
                edit_at = case when parcel is null or (sent_at is not null and message_id is null) then null else :now end
            where id = :id\
            """)
                .bind("id", id)
                .bind("type", notice.getClass().getSimpleName())
                .bind("notice", json.write(notice, Notice.class))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public List<Pending> pending(PersonId to, Instant now, int limit) {
        return handle
                .createQuery("""
                    select id, notice, created_at from outbox
                    where person_id = :person and sent_at is null and notice_type in (<known>)
                      and (claimed_until is null or claimed_until <= :now)
                    order by seq
                    limit :limit\
                    """)
                .bind("person", to.value())
                .bindList("known", KNOWN)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> pending(to, row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Pending> pending(PersonId to, ResultSet row) throws SQLException {
        String id = row.getString("id");
        try {
            Notice notice = json.read(row.getString("notice"), Notice.class);
            return Optional.of(new Pending(id, to, notice, Instant.ofEpochMilli(row.getLong("created_at"))));
        } catch (JacksonException e) {
            LOG.warn("Notice {} cannot be read by this version: it stays unsaid ({}).", id, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    @Override
    public void sent(List<String> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        handle.createUpdate("update outbox set sent_at = :now where id in (<ids>) and sent_at is null")
                .bind("now", now.toEpochMilli())
                .bindList("ids", ids)
                .execute();
    }
}
