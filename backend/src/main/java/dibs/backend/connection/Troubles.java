package dibs.backend.connection;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.announcement.HomeSource;
import dibs.backend.connection.Connection.State;
import dibs.backend.connection.TroubleRows.Closed;
import dibs.backend.notice.Notice;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody has to mend: a conversation that takes no announcements, a platform that lets Dibs do nothing, notices that nobody
 * took. Admins are told of each once, and again only when it was mended in between; the notice and the note of it are one
 * transaction. Safe for several processes on one store.
 */
public final class Troubles {
    private static final String CONVERSATION = "conversation:";
    private static final String CONNECTION = "connection:";
    private static final String DEAD_LETTERS = "dead-letters";

    private final Transactor<? extends TroubleTx> transactor;
    private final HomeSource homes;
    private final ConnectionSource connections;
    private final Set<AccountId> admins;
    private final IdSource ids;
    private final InstantSource clock;

    /**
     * @param homes where things are announced: a conversation that is no home any more is no trouble
     * @param admins who is told
     */
    public Troubles(
            Transactor<? extends TroubleTx> transactor,
            HomeSource homes,
            ConnectionSource connections,
            Set<AccountId> admins,
            IdSource ids,
            InstantSource clock) {
        this.transactor = transactor;
        this.homes = homes;
        this.connections = connections;
        this.admins = Set.copyOf(admins);
        this.ids = ids;
        this.clock = clock;
    }

    /** How Dibs is connected, without a look at the store. */
    public List<Connection> connections() {
        return connections.connections();
    }

    /**
     * How Dibs is.
     *
     * @throws dibs.backend.transaction.StoreException when the store cannot be read
     */
    public Status status() {
        return look().status();
    }

    /** Tells admins what is new, and notes what is mended; does nothing where there is nobody to tell. */
    public void tell() {
        if (admins.isEmpty()) {
            return;
        }
        Look look = look();
        Map<String, Trouble> there =
                look.status().troubles().stream().collect(Collectors.toMap(Trouble::key, Function.identity()));
        List<Trouble> fresh = there.values().stream()
                .filter(trouble -> !look.told().containsKey(trouble.key()))
                .toList();
        List<String> mended = look.told().entrySet().stream()
                .filter(told -> !there.containsKey(told.getKey()))
                .filter(told -> isMended(told.getKey(), told.getValue(), look.status()))
                .map(Map.Entry::getKey)
                .toList();
        if (fresh.isEmpty() && mended.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        transactor.write(tx -> {
            mended.forEach(tx.troubles()::mended);
            fresh.stream()
                    .filter(trouble -> tx.troubles().tell(trouble, now))
                    .forEach(trouble -> put(tx, trouble, now));
            return true;
        });
    }

    private void put(TroubleTx tx, Trouble trouble, Instant now) {
        admins.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .map(account -> person(tx, account, now))
                .distinct()
                .forEach(person -> tx.outbox().put(person, new Notice.TroubleFound(trouble.sentence()), now));
    }

    /** An admin may never have spoken. */
    private PersonId person(TroubleTx tx, AccountId account, Instant now) {
        Optional<Person> known = tx.people().find(account);
        return known.orElseGet(() -> tx.people()
                        .add(new PersonId(ids.next()), new Account(account, account.name(), Optional.empty()), now))
                .id();
    }

    /** That a platform lets Dibs in again is known to a process that it answered since: another may not have asked it for hours. */
    private static boolean isMended(String key, Instant told, Status status) {
        return !key.startsWith(CONNECTION)
                || status.connections().stream()
                        .filter(it -> key.equals(CONNECTION + it.platform()))
                        .anyMatch(it ->
                                it.up() && it.reached().filter(told::isBefore).isPresent());
    }

    private Look look() {
        List<Connection> connected = connections.connections();
        Set<ConversationId> known = homes.homes().stream().map(Home::to).collect(Collectors.toSet());
        return transactor.read(tx -> {
            Queue queue = tx.troubles().queue();
            List<Trouble> troubles = Stream.of(
                            barred(connected), closed(tx.troubles().closed(), known, connected), dead(queue))
                    .flatMap(Function.identity())
                    .toList();
            return new Look(
                    new Status(connected, troubles, queue), tx.troubles().told());
        });
    }

    private static Stream<Trouble> barred(List<Connection> connected) {
        return connected.stream()
                .filter(it -> it.state() == State.BARRED)
                .map(it -> new Trouble(CONNECTION + it.platform(), it.sentence()));
    }

    /** As long as its platform is not there, nobody knows whether its settings still name the conversation. */
    private static Stream<Trouble> closed(List<Closed> closed, Set<ConversationId> known, List<Connection> connected) {
        Set<String> up = connected.stream()
                .filter(Connection::up)
                .map(Connection::platform)
                .collect(Collectors.toSet());
        return closed.stream()
                .filter(it -> known.contains(it.conversation())
                        || !up.contains(it.conversation().platform()))
                .map(it -> new Trouble(CONVERSATION + it.conversation(), it.sentence()));
    }

    private static Stream<Trouble> dead(Queue queue) {
        return switch (queue.dead()) {
            case 0 -> Stream.empty();
            case 1 ->
                Stream.of(new Trouble(
                        DEAD_LETTERS,
                        "One notice was given up, since no account of its reader takes it; it is said with their next"
                                + " answer. The log says why."));
            default ->
                Stream.of(new Trouble(
                        DEAD_LETTERS,
                        queue.dead() + " notices were given up, since no account of their readers takes them; they are"
                                + " said with their next answers. The log says why."));
        };
    }

    /** What holds, and what was told of it. */
    private record Look(Status status, Map<String, Instant> told) {}
}
