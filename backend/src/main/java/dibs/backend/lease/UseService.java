package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Limits;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who uses what is shared: recorded, so that others know; it keeps nobody out. */
public final class UseService {
    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;

    public UseService(Transactor<? extends LeaseTx> transactor, IdSource ids) {
        this.transactor = transactor;
        this.ids = ids;
    }

    /** Records that the asker uses the shared environments; an open use of the same one gets the new end and purpose. */
    public RecordResult record(List<Environment> environments, EndWish wish, Optional<String> purpose, Asker asker) {
        return Once.run(transactor, asker, RecordResult.class, tx -> {
            Optional<RecordResult> tooLong = tooLong(environments, wish, asker);
            if (tooLong.isPresent()) {
                return tooLong.get();
            }
            List<Use> mine = new ArrayList<>();
            List<Use> others = new ArrayList<>();
            for (Environment environment : environments) {
                mine.add(Uses.record(tx, ids, environment, wish, purpose, Optional.empty(), asker));
                tx.uses().of(environment.id(), asker.now()).stream()
                        .filter(use -> !use.person().id().equals(asker.person().id()))
                        .forEach(others::add);
            }
            return new Recorded(mine, others);
        });
    }

    private static Optional<RecordResult> tooLong(List<Environment> environments, EndWish wish, Asker asker) {
        for (Environment environment : environments) {
            Limits limits = environment.guidance().limits();
            Instant latest = asker.now().plus(limits.maximum());
            if (wish.from(asker.now(), limits, asker.zone(), asker.hours()).isAfter(latest)) {
                return Optional.of(new TooLong(environment.id(), limits.maximum(), latest));
            }
        }
        return Optional.empty();
    }

    /** Gives a use of the asker a later end. */
    public ExtendResult extend(Environment environment, EndWish wish, Asker asker) {
        return Once.run(transactor, asker, ExtendResult.class, tx -> {
            Optional<Use> found = tx.uses().of(environment.id(), asker.now()).stream()
                    .filter(use -> use.person().id().equals(asker.person().id()))
                    .findFirst();
            if (found.isEmpty()) {
                return new NotUsed(environment.id());
            }
            Use use = found.get();
            Limits limits = environment.guidance().limits();
            Instant until = wish.later(use.until(), limits, asker);
            Instant latest = use.since().plus(limits.maximum());
            if (until.isAfter(latest)) {
                return new TooLong(environment.id(), limits.maximum(), latest);
            }
            if (!until.isAfter(use.until())) {
                return new NotLater(use);
            }
            tx.uses().extend(use.id(), until);
            Notes.write(tx, What.USE_EXTENDED, use.environment(), asker, Map.of("until", Notes.moment(until)));
            return new Extended(use.withUntil(until), use.until());
        });
    }

    /** Who uses the environment at that moment, oldest first. */
    public List<Use> of(Environment environment, Instant now) {
        return transactor.read(tx -> tx.uses().of(environment.id(), now));
    }

    /** What the person uses at that moment. */
    public List<Use> by(PersonId person, Instant now) {
        return transactor.read(tx -> tx.uses().by(person, now));
    }

    /** All uses at that moment, by environment. */
    public Map<EnvironmentId, List<Use>> all(Instant now) {
        Map<EnvironmentId, List<Use>> all = new LinkedHashMap<>();
        transactor
                .read(tx -> tx.uses().all(now))
                .forEach(use -> all.computeIfAbsent(use.environment(), id -> new ArrayList<>())
                        .add(use));
        return all;
    }

    /** What became of recording uses. */
    public sealed interface RecordResult permits Recorded, TooLong {}

    /** What became of extending a use. */
    public sealed interface ExtendResult permits Extended, NotUsed, NotLater, TooLong {}

    /**
     * It is recorded.
     *
     * @param others who else uses the same
     */
    public record Recorded(List<Use> mine, List<Use> others) implements RecordResult {}

    /**
     * It ends later now.
     *
     * @param before when it would have ended
     */
    public record Extended(Use use, Instant before) implements ExtendResult {}

    /** The asker does not use it. */
    public record NotUsed(EnvironmentId environment) implements ExtendResult {}

    /** The end asked for is not later than the end that it has. */
    public record NotLater(Use use) implements ExtendResult {}

    /**
     * Longer than is allowed there.
     *
     * @param maximum the longest use of it
     * @param latest the latest end that would be allowed
     */
    public record TooLong(EnvironmentId environment, Duration maximum, Instant latest)
            implements RecordResult, ExtendResult {}
}
