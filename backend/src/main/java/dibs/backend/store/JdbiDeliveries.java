package dibs.backend.store;

import dibs.backend.notice.DeliveryRows;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import tools.jackson.core.JacksonException;

/** How far notices are on their way: columns of the outbox. */
final class JdbiDeliveries implements DeliveryRows {
    /** So many notices at most are one message. */
    private static final int LARGEST_PARCEL = 20;

    private static final int LONGEST_FAULT = 500;

    private static final String OPEN = "sent_at is null and dead_at is null and notice_type in (<known>)";

    private final Handle handle;
    private final Dialect dialect;
    private final Json json;

    JdbiDeliveries(Handle handle, Dialect dialect, Json json) {
        this.handle = handle;
        this.dialect = dialect;
        this.json = json;
    }

    @Override
    public List<PersonId> due(Collection<String> platforms, Instant now, int limit) {
        List<String> names = List.copyOf(platforms);
        String on = on("account.id", names);
        Query query = handle.createQuery("""
            select person_id from outbox
            where seq in (
                select (select seq from outbox o where o.person_id = reached.person_id and <open> order by seq limit 1)
                from (select distinct account.person_id from account where <on>) reached)
              and (next_at is null or next_at <= :now) and (claimed_until is null or claimed_until <= :now)
            order by coalesce(next_at, 0), seq
            limit :limit\
            """)
                .define("open", OPEN.replace("<known>", known()))
                .define("on", on)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit);
        IntStream.range(0, names.size()).forEach(number -> query.bind("platform" + number, names.get(number) + ":%"));
        return query.mapTo(String.class).map(PersonId::new).list();
    }

    /** Whether the account is on one of the platforms, each bound by its number. */
    static String on(String column, List<String> platforms) {
        return IntStream.range(0, platforms.size())
                .mapToObj(number -> column + " like :platform" + number)
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The names of records: our own words, so they need no binding. */
    private static String known() {
        return JdbiOutbox.KNOWN.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    @Override
    public Optional<Attempt> take(PersonId to, Instant now, Instant until) {
        List<Row> rows = handle
                .createQuery("select id, notice, created_at, parcel, via, attempts, refusals, next_at, claimed_until"
                        + " from outbox where person_id = :person and " + OPEN + " order by seq limit :limit"
                        + dialect.rowLock())
                .bind("person", to.value())
                .bindList("known", JdbiOutbox.KNOWN)
                .bind("limit", LARGEST_PARCEL)
                .map((row, context) -> row(to, row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (rows.isEmpty() || !rows.getFirst().freeAt(now)) {
            return Optional.empty();
        }
        Row first = rows.getFirst();
        List<Pending> together = rows.stream()
                .takeWhile(row -> row.goesWith(first))
                .map(Row::pending)
                .toList();
        Parcel parcel = new Parcel(first.parcel().orElse(first.pending().id()), to, together);
        handle.createUpdate("""
            update outbox set parcel = :parcel, claimed_until = :until, attempts = attempts + 1
            where id in (<ids>)\
            """)
                .bind("parcel", parcel.id())
                .bind("until", until.toEpochMilli())
                .bindList("ids", ids(parcel))
                .execute();
        return Optional.of(new Attempt(parcel, first.attempts(), first.refusals(), first.via(), until));
    }

    @Override
    public void leave(PersonId to, Instant until) {
        handle.createUpdate("""
            update outbox set next_at = :until
            where seq = (select min(seq) from outbox where person_id = :person and <open>) and claimed_until is null\
            """)
                .define("open", OPEN.replace("<known>", known()))
                .bind("person", to.value())
                .bind("until", until.toEpochMilli())
                .execute();
    }

    @Override
    public boolean through(Attempt attempt, AccountId account) {
        return mine("via = :via", attempt).bind("via", account.value()).execute() > 0;
    }

    @Override
    public void accepted(Attempt attempt, String messageId, Instant now) {
        handle.createUpdate("""
            update outbox
            set sent_at = coalesce(sent_at, :now), message_id = :message, fault = null, claimed_until = null, next_at = null
            where id in (<ids>)\
            """)
                .bind("now", now.toEpochMilli())
                .bind("message", messageId)
                .bindList("ids", ids(attempt.parcel()))
                .execute();
    }

    @Override
    public void later(Attempt attempt, Instant next, String fault) {
        mine("next_at = :next, fault = :fault, claimed_until = null", attempt)
                .bind("next", next.toEpochMilli())
                .bind("fault", cut(fault))
                .execute();
    }

    @Override
    public void refused(Attempt attempt, Instant next, String fault) {
        mine("next_at = :next, fault = :fault, claimed_until = null, via = null, refusals = refusals + 1", attempt)
                .bind("next", next.toEpochMilli())
                .bind("fault", cut(fault))
                .execute();
    }

    @Override
    public void dead(Attempt attempt, Instant now, String fault) {
        mine("dead_at = :now, fault = :fault, claimed_until = null, via = null, refusals = refusals + 1", attempt)
                .bind("now", now.toEpochMilli())
                .bind("fault", cut(fault))
                .execute();
    }

    @Override
    public void abandoned() {
        handle.execute("update outbox set claimed_until = null where sent_at is null and claimed_until is not null");
    }

    @Override
    public List<DeadLetter> dead(int limit) {
        return handle
                .createQuery("""
                    select id, person_id, notice, created_at, dead_at, fault from outbox
                    where dead_at is not null and sent_at is null and notice_type in (<known>)
                    order by dead_at desc, seq desc
                    limit :limit\
                    """)
                .bindList("known", JdbiOutbox.KNOWN)
                .bind("limit", limit)
                .map((row, context) -> {
                    PersonId to = new PersonId(row.getString("person_id"));
                    Instant since = Instant.ofEpochMilli(row.getLong("dead_at"));
                    String fault = row.getString("fault");
                    return pending(to, row).map(pending -> new DeadLetter(pending, since, fault));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Edit> takeEdit(Collection<String> platforms, Instant now, Instant until) {
        return new JdbiEdits(handle, json).take(platforms, now, until);
    }

    @Override
    public void edited(Edit edit) {
        new JdbiEdits(handle, json).done(edit);
    }

    @Override
    public void editLater(Edit edit, Instant next) {
        new JdbiEdits(handle, json).later(edit, next);
    }

    /** A change that counts only as long as nobody else has taken the parcel. */
    private Update mine(String change, Attempt attempt) {
        return handle.createUpdate("update outbox set " + change
                        + " where id in (<ids>) and sent_at is null and claimed_until = :until")
                .bind("until", attempt.until().toEpochMilli())
                .bindList("ids", ids(attempt.parcel()));
    }

    private static List<String> ids(Parcel parcel) {
        return parcel.notices().stream().map(Pending::id).toList();
    }

    private static String cut(String fault) {
        return fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
    }

    private Optional<Row> row(PersonId to, ResultSet row) throws SQLException {
        Optional<String> parcel = Optional.ofNullable(row.getString("parcel"));
        Optional<AccountId> via = Optional.ofNullable(row.getString("via")).map(AccountId::new);
        int attempts = row.getInt("attempts");
        int refusals = row.getInt("refusals");
        // No value reads as 0, which is past.
        long busy = Math.max(row.getLong("next_at"), row.getLong("claimed_until"));
        return pending(to, row)
                .map(pending -> new Row(pending, parcel, via, attempts, refusals, Instant.ofEpochMilli(busy)));
    }

    /** The notice; nothing where it is of another version, for which it waits. */
    private Optional<Pending> pending(PersonId to, ResultSet row) throws SQLException {
        try {
            return Optional.of(new Pending(
                    row.getString("id"),
                    to,
                    json.read(row.getString("notice"), Notice.class),
                    Instant.ofEpochMilli(row.getLong("created_at"))));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private record Row(
            Pending pending,
            Optional<String> parcel,
            Optional<AccountId> via,
            int attempts,
            int refusals,
            Instant busy) {
        boolean freeAt(Instant now) {
            return !busy.isAfter(now);
        }

        /** What one transaction said to a person is one message; a message that was tried once stays as it was. */
        boolean goesWith(Row first) {
            return parcel.equals(first.parcel()) && pending.since().equals(first.pending.since());
        }
    }
}
