package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.HeardEvent;
import dibs.backend.intake.IntakeTx;
import dibs.backend.intake.LeaseMeant;
import dibs.backend.intake.Offer;
import dibs.backend.intake.Position;
import dibs.backend.intake.RoomNote;
import dibs.backend.intake.Sending;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.person.AccountId;
import dibs.backend.transaction.Transactor;
import dibs.bot.platform.matrix.client.RoomId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What Dibs has heard, with the replies that are to be sent: written together, so that a repeat says nothing twice. */
final class Journal {
    private final Transactor<? extends IntakeTx> transactor;
    private final AccountId account;
    private final InstantSource clock;

    Journal(Transactor<? extends IntakeTx> transactor, AccountId account, InstantSource clock) {
        this.transactor = transactor;
        this.account = account;
        this.clock = clock;
    }

    private <R> R write(Function<IntakeTx, R> work) {
        return transactor.write(work);
    }

    private <R> R read(Function<IntakeTx, R> work) {
        return transactor.read(work);
    }

    Instant now() {
        return clock.instant();
    }

    Position position() {
        return this.<Position>read(tx -> tx.intake().position(account));
    }

    /** Goes on from there the next time; from nothing: with what is there then. */
    void since(Optional<String> since) {
        write(tx -> {
            tx.intake().since(account, since, now());
            return true;
        });
    }

    /** The event as it was heard before. */
    Optional<HeardEvent> find(String event) {
        return this.<Optional<HeardEvent>>read(tx -> tx.intake().find(account, event));
    }

    /** Notes an event that nothing has to be said about. */
    void note(Heard heard, String outcome) {
        note(event(heard, outcome, Optional.empty()), List.of(), List.of());
    }

    /** An event with what came of it. */
    HeardEvent event(Heard heard, String outcome, Optional<LeaseMeant> lease) {
        return new HeardEvent(
                heard.event().id(), heard.room().value(), heard.event().sender().value(), outcome, lease, now());
    }

    /**
     * Notes an event with what is to be sent because of it, once.
     *
     * @param said notices that stand in what is sent, and so count as said
     */
    void note(HeardEvent event, Collection<Sending> sendings, List<Pending> said) {
        note(event, sendings, said, tx -> {});
    }

    /** The same with something else that belongs to it. */
    void note(HeardEvent event, Collection<Sending> sendings, List<Pending> said, Consumer<IntakeTx> more) {
        write(tx -> {
            boolean first = tx.intake().heard(account, event);
            if (first) {
                sendings.forEach(tx.sendings()::put);
                tx.outbox().sent(said.stream().map(Pending::id).toList(), now());
                more.accept(tx);
            }
            return first;
        });
    }

    /** Notes that something else came of an event than at first. */
    void outcome(String event, String outcome, Optional<LeaseMeant> lease) {
        write(tx -> {
            tx.intake().outcome(account, event, outcome, lease);
            return true;
        });
    }

    /** Puts something among what is to be sent that no single event has led to. */
    void send(Collection<Sending> sendings) {
        send(sendings, tx -> {});
    }

    /** The same with something else that belongs to it. */
    void send(Collection<Sending> sendings, Consumer<IntakeTx> more) {
        write(tx -> {
            sendings.forEach(tx.sendings()::put);
            more.accept(tx);
            return true;
        });
    }

    /** What a reaction to that message of ours in that room means, by how it is compared. */
    List<Offer> offers(RoomId room, String event) {
        return this.<List<Offer>>read(tx -> tx.offers().of(account, room.value(), event));
    }

    /** What was sent as that event. */
    Optional<Sending> sent(String event) {
        return this.<Optional<Sending>>read(tx -> tx.sendings().find(account, event));
    }

    Optional<RoomNote> remembered(RoomId room, String what) {
        return this.<Optional<RoomNote>>read(tx -> tx.intake().note(account, room.value(), what));
    }

    Map<String, RoomNote> remembered(String what) {
        return this.<Map<String, RoomNote>>read(tx -> tx.intake().notes(account, what));
    }

    void remember(RoomId room, String what, String value) {
        write(tx -> {
            remember(tx, room, what, value);
            return true;
        });
    }

    /** The same in a transaction that is under way. */
    void remember(IntakeTx tx, RoomId room, String what, String value) {
        tx.intake().note(account, room.value(), what, new RoomNote(value, now()));
    }

    void forget(RoomId room, String what) {
        write(tx -> {
            tx.intake().forget(account, room.value(), what);
            return true;
        });
    }
}
