package dibs.backend.notice;

import dibs.backend.notice.DeliveryRows.Attempt;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to people what waits for them, on the platforms that can speak unasked: in order for each person, and once. Who has no such
 * account hears it with their next answer, as ever. Safe for several processes on one store.
 */
public final class Deliveries {
    /** How often nobody's taking it is borne. */
    public static final int REFUSALS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** Longer than a platform takes to answer; after a crash it is tried again this much later. */
    private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration REFUSED_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
    private static final Duration UNREACHABLE_PAUSE = Duration.ofMinutes(1);

    /** What is due after that waits for the next time, so that a slow platform does not hold up what comes after this. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(15);

    private static final int PERSONS_AT_ONCE = 100;
    private static final int PARCELS_AT_ONCE = 20;
    private static final int DOUBLINGS = 20;

    private final Transactor<? extends DeliveryTx> transactor;
    private final Supplier<List<Messenger>> messengers;
    private final InstantSource clock;
    private final ZoneId zone;
    private final int atOnce;

    /**
     * @param messengers those that are connected now
     * @param zone of whoever has none
     * @param atOnce to so many persons something is said at the same time, so that one whose platform is slow holds up few
     */
    public Deliveries(
            Transactor<? extends DeliveryTx> transactor,
            Supplier<List<Messenger>> messengers,
            InstantSource clock,
            ZoneId zone,
            int atOnce) {
        this.atOnce = atOnce;
        this.transactor = transactor;
        this.messengers = messengers;
        this.clock = clock;
        this.zone = zone;
    }

    /** Says what may be said now; how many parcels were accepted. */
    public int run() {
        List<Messenger> connected = messengers.get();
        if (connected.isEmpty()) {
            return 0;
        }
        Set<String> platforms = connected.stream().map(Messenger::platform).collect(Collectors.toSet());
        Queue<PersonId> due = new ConcurrentLinkedQueue<>(
                transactor.read(tx -> tx.deliveries().due(platforms, clock.instant(), PERSONS_AT_ONCE)));
        Instant end = clock.instant().plus(LONGEST_RUN);
        int speakers = Math.min(atOnce, due.size());
        return speakers < 2 ? speak(due, end, connected) : together(speakers, () -> speak(due, end, connected));
    }

    /** Does it so many times at once; the sum. */
    private static int together(int times, Supplier<Integer> work) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> all = Stream.generate(() -> CompletableFuture.supplyAsync(work, executor))
                    .limit(times)
                    .toList();
            return all.stream().mapToInt(CompletableFuture::join).sum();
        } catch (CompletionException broken) {
            if (broken.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw broken;
        }
    }

    /** Says what waits for one person after the other, until nobody is left or it is time; how many parcels were accepted. */
    private int speak(Queue<PersonId> due, Instant end, List<Messenger> connected) {
        int accepted = 0;
        while (clock.instant().isBefore(end)) {
            PersonId person = due.poll();
            if (person == null) {
                break;
            }
            int parcels = 0;
            while (parcels < PARCELS_AT_ONCE && clock.instant().isBefore(end) && next(person, connected)) {
                parcels++;
            }
            accepted += parcels;
        }
        return accepted;
    }

    /**
     * What was given up and has not been heard either, newest first: whom it was for, since when, and why in the platform's words.
     * How many there are, and how many notices wait, is in {@code Troubles.status().queue()} and in the metrics.
     */
    public List<DeliveryRows.DeadLetter> dead(int limit) {
        return transactor.read(tx -> tx.deliveries().dead(limit));
    }

    /** Says the person's next parcel; whether it was accepted, so that the one behind it may be said. */
    private boolean next(PersonId id, List<Messenger> connected) {
        Instant now = clock.instant();
        Optional<Person> person =
                transactor.<Optional<Person>>read(tx -> tx.people().find(id));
        if (person.isEmpty() || ways(person.get(), Optional.empty(), connected).isEmpty()) {
            // So that those who can be reached have their turn.
            write(rows -> rows.leave(id, now.plus(UNREACHABLE_PAUSE)));
            return false;
        }
        Optional<Attempt> attempt = transactor.write(tx -> tx.deliveries().take(id, now, now.plus(ATTEMPT_LASTS)));
        return attempt.isPresent() && attempt(person.get(), attempt.get(), connected);
    }

    private boolean attempt(Person person, Attempt attempt, List<Messenger> connected) {
        List<String> refusals = new ArrayList<>();
        for (Way way : ways(person, attempt.via(), connected)) {
            if (!transactor.<Boolean>write(tx -> tx.deliveries().through(attempt, way.account()))) {
                return false;
            }
            switch (deliver(way, person, attempt)) {
                case Delivered.Accepted it -> {
                    write(rows -> rows.accepted(attempt, it.messageId(), clock.instant()));
                    return true;
                }
                case Delivered.Later it -> {
                    Duration pause = pause(FIRST_PAUSE, attempt.before(), LONGEST_PAUSE);
                    Duration asked = it.retryAfter().orElse(Duration.ZERO);
                    Duration longest = asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
                    Instant next = clock.instant().plus(longest.compareTo(pause) > 0 ? longest : pause);
                    LOG.debug("notice {} waits until {}: {}", attempt.parcel().id(), next, it.why());
                    write(rows -> rows.later(attempt, next, way.account() + ": " + it.why()));
                    return false;
                }
                case Delivered.Refused it -> refusals.add(way.account() + ": " + it.why());
            }
        }
        return refused(attempt, String.join("; ", refusals));
    }

    /** Always false: it was not accepted. */
    private boolean refused(Attempt attempt, String fault) {
        Instant now = clock.instant();
        if (attempt.refusals() + 1 >= REFUSALS) {
            LOG.warn(
                    "notice {} is given up after {} refusals ({})",
                    attempt.parcel().id(),
                    REFUSALS,
                    fault);
            write(rows -> rows.dead(attempt, now, fault));
        } else {
            Instant next = now.plus(pause(REFUSED_PAUSE, attempt.refusals(), LONGEST_RETRY_AFTER));
            write(rows -> rows.refused(attempt, next, fault));
        }
        return false;
    }

    private Delivered deliver(Way way, Person person, Attempt attempt) {
        boolean again = attempt.via().equals(Optional.of(way.account()));
        Recipient to = new Recipient(way.account(), person.zoneOr(zone), clock.instant(), again);
        try {
            return way.messenger().deliver(to, attempt.parcel());
        } catch (RuntimeException broken) {
            LOG.warn(
                    "notice {} met a fault on its way, and is tried again: {}",
                    attempt.parcel().id(),
                    broken.toString());
            LOG.debug("the fault", broken);
            return new Delivered.Later(Optional.empty(), broken.getClass().getSimpleName());
        }
    }

    private void write(Consumer<DeliveryRows> work) {
        transactor.write(tx -> {
            work.accept(tx.deliveries());
            return true;
        });
    }

    private static Duration pause(Duration first, int before, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(before, DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** The ways to a person: where an attempt is under way, then where they spoke last, then the others as they came. */
    private static List<Way> ways(Person person, Optional<AccountId> via, List<Messenger> connected) {
        Set<AccountId> order = new LinkedHashSet<>();
        via.ifPresent(order::add);
        person.spoke().ifPresent(order::add);
        Stream<AccountId> others = person.accounts().stream().map(Account::id);
        others.sorted(Comparator.comparing(
                        account -> !person.spoke().map(AccountId::platform).equals(Optional.of(account.platform()))))
                .forEach(order::add);
        return order.stream()
                .filter(account ->
                        person.accounts().stream().anyMatch(its -> its.id().equals(account)))
                .flatMap(account -> connected.stream()
                        .filter(messenger -> messenger.reaches(account))
                        .limit(1)
                        .map(messenger -> new Way(account, messenger)))
                .toList();
    }

    private record Way(AccountId account, Messenger messenger) {}
}
