package dibs.backend.store;

import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.SendingRows;
import dibs.backend.person.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What is to be sent as it is. */
final class JdbiSendings implements SendingRows {
    private static final String COLUMNS =
            "account, txn_id, room, type, content, kind, offers, created_at, attempts, next_at, claimed_until";

    private static final String OPEN = "account = :account and sent_at is null and dead_at is null";
    private static final String FREE =
            "(next_at is null or next_at <= :now) and (claimed_until is null or claimed_until <= :now)";
    private static final String UNTAKEN = " and (claimed_until is null or claimed_until <= :now)";
    private static final String URGENCY =
            "case kind when 'reply' then 0 when 'reaction' then 1 when 'direct' then 2 else 3 end";

    private static final int LONGEST_FAULT = 500;

    private final Handle handle;
    private final Dialect dialect;
    private final Json json;

    JdbiSendings(Handle handle, Dialect dialect, Json json) {
        this.handle = handle;
        this.dialect = dialect;
        this.json = json;
    }

    /** As it is kept. */
    record Offers(List<Offer> offers) {}

    @Override
    public boolean put(Sending sending) {
        return handle.createUpdate("""
            insert into sending (account, txn_id, room, type, content, kind, offers, created_at, attempts)
            values (:account, :txn, :room, :type, :content, :kind, :offers, :at, 0)
            on conflict (account, txn_id) do nothing\
            """)
                        .bind("account", sending.account().value())
                        .bind("txn", sending.transaction())
                        .bind("room", sending.room())
                        .bind("type", sending.type())
                        .bind("content", sending.content())
                        .bind("kind", sending.kind().word())
                        .bind("offers", json.write(new Offers(sending.offers()), Offers.class))
                        .bind("at", sending.at().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public List<Sending> due(AccountId account, Instant now, int patience, int limit) {
        return handle.createQuery("select " + COLUMNS + " from sending where " + OPEN + " and " + FREE
                        + " and (attempts >= :patience or seq in (select min(seq) from sending where " + OPEN
                        + " and (attempts < :patience or claimed_until > :now) group by room, kind)) order by "
                        + URGENCY + ", seq limit :limit")
                .bind("account", account.value())
                .bind("now", now.toEpochMilli())
                .bind("patience", patience)
                .bind("limit", limit)
                .map((row, context) -> sending(row))
                .list();
    }

    @Override
    public Optional<Instant> next(AccountId account, Instant now) {
        return handle.createQuery("select min(case when coalesce(next_at, 0) > coalesce(claimed_until, 0) then next_at"
                        + " else claimed_until end) from sending where " + OPEN + " and not (" + FREE + ")")
                .bind("account", account.value())
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public Optional<Attempt> take(Sending sending, Instant now, Instant until) {
        Optional<Attempt> free = handle.createQuery("select " + COLUMNS + " from sending where " + OPEN
                        + " and txn_id = :txn and " + FREE + dialect.rowLock())
                .bind("account", sending.account().value())
                .bind("txn", sending.transaction())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Attempt(sending(row), row.getInt("attempts"), until))
                .findFirst();
        free.ifPresent(attempt -> of(sending, "attempts = attempts + 1, claimed_until = :until", "")
                .bind("until", until.toEpochMilli())
                .execute());
        return free;
    }

    @Override
    public void sent(Sending sending, String event, Instant now) {
        of(
                        sending,
                        "sent_at = :now, event_id = :event, claimed_until = null, next_at = null, fault = null,"
                                + " dead_at = null",
                        " and sent_at is null")
                .bind("now", now.toEpochMilli())
                .bind("event", event)
                .execute();
        if (!sending.offers().isEmpty()) {
            new JdbiOffers(handle).put(sending.account(), sending.room(), event, sending.offers(), now);
        }
    }

    @Override
    public void later(Attempt attempt, Instant next, String fault) {
        of(
                        attempt.sending(),
                        "claimed_until = null, next_at = :next, fault = :fault",
                        " and claimed_until = :until and sent_at is null")
                .bind("until", attempt.until().toEpochMilli())
                .bind("next", next.toEpochMilli())
                .bind("fault", cut(fault))
                .execute();
    }

    @Override
    public void dead(Sending sending, Instant now, String fault) {
        of(
                        sending,
                        "claimed_until = null, next_at = null, dead_at = :now, fault = :fault",
                        " and sent_at is null and dead_at is null")
                .bind("now", now.toEpochMilli())
                .bind("fault", cut(fault))
                .execute();
    }

    @Override
    public int expire(AccountId account, Instant before, Instant now) {
        return handle.createUpdate("update sending set dead_at = :now, claimed_until = null, next_at = null,"
                        + " fault = coalesce(fault, 'it was never tried') where " + OPEN + " and created_at < :before"
                        + UNTAKEN)
                .bind("account", account.value())
                .bind("now", now.toEpochMilli())
                .bind("before", before.toEpochMilli())
                .execute();
    }

    @Override
    public int forget(AccountId account, Sending.Kind kind, Instant before, Instant now) {
        return handle.createUpdate(
                        "delete from sending where " + OPEN + UNTAKEN + " and kind = :kind and created_at < :before")
                .bind("account", account.value())
                .bind("kind", kind.word())
                .bind("before", before.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public int forgetAllBut(AccountId account, Sending.Kind kind, String room, int kept, Instant now) {
        return handle.createUpdate("delete from sending where " + OPEN + UNTAKEN
                        + " and kind = :kind and room = :room and seq <= (select seq from sending where " + OPEN
                        + " and kind = :kind and room = :room order by seq desc limit 1 offset :kept)")
                .bind("account", account.value())
                .bind("kind", kind.word())
                .bind("room", room)
                .bind("kept", kept)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public int waiting(AccountId account) {
        return handle.createQuery("select count(*) from sending where " + OPEN)
                .bind("account", account.value())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<DeadSending> dead(AccountId account, int limit) {
        return handle.createQuery(
                        "select " + COLUMNS + ", dead_at, fault from sending where account = :account and dead_at is"
                                + " not null order by dead_at desc, seq desc limit :limit")
                .bind("account", account.value())
                .bind("limit", limit)
                .map((row, context) -> new DeadSending(
                        sending(row), Instant.ofEpochMilli(row.getLong("dead_at")), row.getString("fault")))
                .list();
    }

    @Override
    public Optional<Sending> find(AccountId account, String event) {
        return handle.createQuery("select " + COLUMNS + " from sending where account = :account and event_id = :event")
                .bind("account", account.value())
                .bind("event", event)
                .map((row, context) -> sending(row))
                .findFirst();
    }

    @Override
    public int purge(Instant before) {
        return handle.createUpdate(
                        "delete from sending where created_at < :before and (sent_at is not null or dead_at is not"
                                + " null)")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    @Override
    public int purge(Sending.Kind kind, Instant before) {
        return handle.createUpdate("delete from sending where kind = :kind and created_at < :before and (sent_at is not"
                        + " null or dead_at is not null)")
                .bind("kind", kind.word())
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private Update of(Sending sending, String change, String condition) {
        return handle.createUpdate(
                        "update sending set " + change + " where account = :account and txn_id = :txn" + condition)
                .bind("account", sending.account().value())
                .bind("txn", sending.transaction());
    }

    private static String cut(String fault) {
        return fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
    }

    private Sending sending(ResultSet row) throws SQLException {
        return new Sending(
                new AccountId(row.getString("account")),
                row.getString("txn_id"),
                row.getString("room"),
                row.getString("type"),
                row.getString("content"),
                Sending.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                json.read(row.getString("offers"), Offers.class).offers(),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
