package dibs.backend.store;

import dibs.backend.intake.Offer;
import dibs.backend.intake.OfferRows;
import dibs.backend.person.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What reactions to our messages mean. */
final class JdbiOffers implements OfferRows {
    private static final String OFFER = "select emoji, line, environment, token, entitled from offered_reaction";

    private final Handle handle;

    JdbiOffers(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void put(AccountId account, String room, String event, Collection<Offer> offers, Instant now) {
        handle.createUpdate("delete from offered_reaction where account = :account and event_id = :event")
                .bind("account", account.value())
                .bind("event", event)
                .execute();
        for (Offer offer : offers) {
            JdbiIntake.meant(handle.createUpdate("""
                insert into offered_reaction
                  (account, event_id, emoji, room, line, environment, token, entitled, at)
                values (:account, :event, :emoji, :room, :line, :environment, :token, :entitled, :at)
                on conflict (account, event_id, emoji) do nothing\
                """), offer.about())
                    .bind("account", account.value())
                    .bind("event", event)
                    .bind("emoji", offer.emoji())
                    .bind("room", room)
                    .bind("line", offer.line())
                    .bind("entitled", offer.entitled().map(AccountId::value).orElse(null))
                    .bind("at", now.toEpochMilli())
                    .execute();
        }
    }

    @Override
    public Optional<Offer> find(AccountId account, String room, String event, String emoji) {
        return handle.createQuery(
                        OFFER + " where account = :account and room = :room and event_id = :event and emoji = :emoji")
                .bind("account", account.value())
                .bind("room", room)
                .bind("event", event)
                .bind("emoji", emoji)
                .map((row, context) -> offer(row))
                .findFirst();
    }

    @Override
    public List<Offer> of(AccountId account, String room, String event) {
        return handle.createQuery(
                        OFFER + " where account = :account and room = :room and event_id = :event order by emoji")
                .bind("account", account.value())
                .bind("room", room)
                .bind("event", event)
                .map((row, context) -> offer(row))
                .list();
    }

    @Override
    public int purge(Instant before) {
        return handle.createUpdate("delete from offered_reaction where at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getString("emoji"),
                row.getString("line"),
                JdbiIntake.meant(row),
                Optional.ofNullable(row.getString("entitled")).map(AccountId::new));
    }
}
