package dibs.backend.notice;

import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What saying something and changing what was said have in common: the platforms, the store, and what follows from an answer. */
final class Speaking {
    private static final Logger LOG = LoggerFactory.getLogger(Speaking.class);

    /** Longer than a platform takes to answer; after a crash it is tried again this much later. */
    private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(2);

    private final Transactor<? extends DeliveryTx> transactor;
    private final Supplier<List<Messenger>> messengers;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * @param messengers those that are connected now
     * @param zone of whoever has none
     */
    Speaking(
            Transactor<? extends DeliveryTx> transactor,
            Supplier<List<Messenger>> messengers,
            InstantSource clock,
            ZoneId zone) {
        this.transactor = transactor;
        this.messengers = messengers;
        this.clock = clock;
        this.zone = zone;
    }

    List<Messenger> connected() {
        return messengers.get();
    }

    static Set<String> platforms(List<Messenger> connected) {
        return connected.stream().map(Messenger::platform).collect(Collectors.toSet());
    }

    Instant now() {
        return clock.instant();
    }

    /** Until when nobody else has what is taken at that moment. */
    static Instant until(Instant taken) {
        return taken.plus(ATTEMPT_LASTS);
    }

    Optional<Person> find(PersonId id) {
        return transactor.<Optional<Person>>read(tx -> tx.people().find(id));
    }

    /** In which moments are named to the person. */
    ZoneId zone(Optional<Person> person) {
        return person.map(it -> it.zoneOr(zone)).orElse(zone);
    }

    <R> R read(Function<DeliveryRows, R> work) {
        return transactor.read(tx -> work.apply(tx.deliveries()));
    }

    <R> R write(Function<DeliveryRows, R> work) {
        return transactor.write(tx -> work.apply(tx.deliveries()));
    }

    void note(Consumer<DeliveryRows> work) {
        transactor.write(tx -> {
            work.accept(tx.deliveries());
            return true;
        });
    }

    /**
     * Asks a platform for something, outside of any transaction.
     *
     * @param what what it is about, for the people who run this
     * @param pause how long to leave it where it is to be tried again
     */
    Outcome ask(String what, Pause pause, Supplier<Delivered> call) {
        return switch (answer(what, call)) {
            case Delivered.Accepted accepted -> new Outcome.Sent(accepted.messageId());
            case Delivered.Refused refused -> new Outcome.Dead(refused.why());
            case Delivered.Later later -> {
                Instant next = now().plus(pause.length(later.retryAfter()));
                LOG.debug("{} waits until {}: {}", what, next, later.why());
                yield new Outcome.Later(next, later.why());
            }
        };
    }

    private static Delivered answer(String what, Supplier<Delivered> call) {
        try {
            return call.get();
        } catch (RuntimeException broken) {
            LOG.warn("{} met a fault on its way, and is tried again: {}", what, broken.toString());
            LOG.debug("the fault", broken);
            return new Delivered.Later(Optional.empty(), broken.getClass().getSimpleName());
        }
    }
}
