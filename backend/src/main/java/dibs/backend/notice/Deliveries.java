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
import java.util.function.Supplier;
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

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration REFUSED_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_REFUSED_PAUSE = Duration.ofHours(1);
    private static final Duration UNREACHABLE_PAUSE = Duration.ofMinutes(1);

    /** What is due after that waits for the next time, so that a slow platform does not hold up what comes after this. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(15);

    private static final int PERSONS_AT_ONCE = 100;
    private static final int PARCELS_AT_ONCE = 20;

    private final Speaking speaking;
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
        this.speaking = new Speaking(transactor, messengers, clock, zone);
        this.atOnce = atOnce;
    }

    /** Says what may be said now; how many parcels were accepted. */
    public int run() {
        List<Messenger> connected = speaking.connected();
        if (connected.isEmpty()) {
            return 0;
        }
        Set<String> platforms = Speaking.platforms(connected);
        Queue<PersonId> due = new ConcurrentLinkedQueue<>(
                speaking.read(rows -> rows.due(platforms, speaking.now(), PERSONS_AT_ONCE)));
        Instant end = speaking.now().plus(LONGEST_RUN);
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
        while (speaking.now().isBefore(end)) {
            PersonId person = due.poll();
            if (person == null) {
                break;
            }
            int parcels = 0;
            while (parcels < PARCELS_AT_ONCE && speaking.now().isBefore(end) && next(person, connected)) {
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
        return speaking.read(rows -> rows.dead(limit));
    }

    /** Says the person's next parcel; whether it was accepted, so that the one behind it may be said. */
    private boolean next(PersonId id, List<Messenger> connected) {
        Instant now = speaking.now();
        Optional<Person> person = speaking.find(id);
        if (person.isEmpty() || ways(person.get(), Optional.empty(), connected).isEmpty()) {
            // So that those who can be reached have their turn.
            speaking.note(rows -> rows.leave(id, now.plus(UNREACHABLE_PAUSE)));
            return false;
        }
        Optional<Attempt> attempt = speaking.write(rows -> rows.take(id, now, Speaking.until(now)));
        return attempt.isPresent() && attempt(person.get(), attempt.get(), connected);
    }

    private boolean attempt(Person person, Attempt attempt, List<Messenger> connected) {
        List<String> refusals = new ArrayList<>();
        for (Way way : ways(person, attempt.via(), connected)) {
            if (!speaking.<Boolean>write(rows -> rows.through(attempt, way.account()))) {
                return false;
            }
            switch (deliver(way, person, attempt)) {
                case Outcome.Sent sent -> {
                    speaking.note(rows -> rows.accepted(attempt, sent.messageId(), speaking.now()));
                    return true;
                }
                case Outcome.Later later -> {
                    speaking.note(rows -> rows.later(attempt, later.next(), way.account() + ": " + later.why()));
                    return false;
                }
                case Outcome.Dead dead -> refusals.add(way.account() + ": " + dead.why());
            }
        }
        refused(attempt, String.join("; ", refusals));
        return false;
    }

    private void refused(Attempt attempt, String fault) {
        Instant now = speaking.now();
        if (attempt.refusals() + 1 >= REFUSALS) {
            LOG.warn(
                    "notice {} is given up after {} refusals ({})",
                    attempt.parcel().id(),
                    REFUSALS,
                    fault);
            speaking.note(rows -> rows.dead(attempt, now, fault));
        } else {
            Pause pause = Pause.doubled(REFUSED_PAUSE, attempt.refusals(), LONGEST_REFUSED_PAUSE);
            speaking.note(rows -> rows.refused(attempt, now.plus(pause.unasked()), fault));
        }
    }

    private Outcome deliver(Way way, Person person, Attempt attempt) {
        boolean again = attempt.via().equals(Optional.of(way.account()));
        Recipient to = new Recipient(way.account(), speaking.zone(Optional.of(person)), speaking.now(), again);
        return speaking.ask(
                "notice " + attempt.parcel().id(),
                Pause.doubled(FIRST_PAUSE, attempt.before(), LONGEST_PAUSE),
                () -> way.messenger().deliver(to, attempt.parcel()));
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
