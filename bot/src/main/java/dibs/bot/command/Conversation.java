package dibs.bot.command;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.HomeSource;
import dibs.backend.confirmation.ConfirmationService;
import dibs.backend.confirmation.ConfirmationTx;
import dibs.backend.connection.Troubles;
import dibs.backend.environment.CatalogSource;
import dibs.backend.health.HealthService;
import dibs.backend.history.HistoryService;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.TransferService;
import dibs.backend.lease.UndoService;
import dibs.backend.lease.UseService;
import dibs.backend.lease.WaitService;
import dibs.backend.lease.WatchService;
import dibs.backend.notice.Notices;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.person.Account;
import dibs.backend.person.Directory;
import dibs.backend.person.Person;
import dibs.backend.person.Role;
import dibs.backend.person.Roles;
import dibs.backend.policy.JudgementService;
import dibs.backend.policy.MomentSource;
import dibs.backend.policy.PolicyBook;
import dibs.backend.policy.PolicySource;
import dibs.backend.policy.Verdicts;
import dibs.backend.policy.WaiverService;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.StoreException;
import dibs.backend.transaction.Transactor;
import dibs.bot.digest.Digest;
import dibs.bot.reply.Audience;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Reply;
import dibs.bot.reply.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever is said: the one way in for every platform. */
public final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final CatalogSource catalog;
    private final Directory directory;
    private final Notices notices;
    private final Roles roles;
    private final Router router;
    private final IdSource incidents;
    private final InstantSource clock;
    private final ZoneId zone;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Instant>> preludes = new CopyOnWriteArrayList<>();
    private final List<Counting> counts = new CopyOnWriteArrayList<>();
    private final Choices choices;
    private final Overviews overviews;

    /**
     * @param catalog the catalog that holds now
     * @param zone of whoever has none
     */
    public Conversation(
            CatalogSource catalog,
            Services services,
            Roles roles,
            IdSource incidents,
            InstantSource clock,
            ZoneId zone) {
        this.catalog = catalog;
        this.directory = services.directory();
        this.notices = services.notices();
        this.roles = roles;
        this.router = new Router(services);
        this.incidents = incidents;
        this.clock = clock;
        this.zone = zone;
        this.choices = new Choices(catalog, services.rules().source(), services.leases());
        this.overviews = new Overviews(catalog, services, roles, clock, zone);
    }

    /** What forms offer to choose from, on platforms that have forms. */
    public Choices choices() {
        return choices;
    }

    /** What commands are answered from. */
    public record Services(
            LeaseService leases,
            TransferService transfers,
            WaitService lines,
            WatchService watches,
            TidyService tidying,
            UseService uses,
            UndoService undos,
            ReservationService reservations,
            HistoryService history,
            Directory directory,
            Notices notices,
            Announcements announcements,
            HomeSource homes,
            Digest digest,
            Gates gates,
            Rules rules,
            HealthService health,
            Troubles troubles) {}

    /** What the handlers ask of the rules and their exceptions. */
    public record Rules(
            PolicySource source,
            PolicyBook book,
            WaiverService waivers,
            ConfirmationService confirmations,
            JudgementService judgements,
            Verdicts verdicts,
            Map<String, String> people) {

        /** Those services on one store; the policy has still to be taken up. */
        public static Rules of(
                PolicySource source,
                Transactor<? extends ConfirmationTx> transactor,
                IdSource ids,
                MomentSource moments,
                Map<String, String> people) {
            WaiverService waivers = new WaiverService(transactor, ids, source);
            return new Rules(
                    source,
                    new PolicyBook(transactor),
                    waivers,
                    new ConfirmationService(transactor, ids, waivers),
                    new JudgementService(transactor, ids),
                    new Verdicts(source, waivers, moments),
                    people);
        }
    }

    /** What people see at a glance, on platforms that have a place for it. */
    public Overviews overviews() {
        return overviews;
    }

    /** The answer to what was said; never throws, and says so when something broke. */
    public Answer answer(Inbound said) {
        return answer(
                said,
                turn -> said.about()
                        .flatMap(about -> router.over(about, turn))
                        .orElseGet(() -> router.read(said.text(), turn)));
    }

    /**
     * The answer to what was said too long ago to be done unasked: it is offered, to be confirmed by who said it. Never throws either.
     *
     * @param then when it was said
     */
    public Answer offer(Inbound said, Instant then) {
        return answer(said, turn -> router.offer(said.text(), then, turn));
    }

    /** The command that the line asks for, understood in the rest or not; nothing where it asks for none. */
    public Optional<Verb> verb(String line) {
        return switch (new CommandParser(catalog.refresh().names()).parse(line)) {
            case Parsed.Understood understood ->
                Optional.of(understood.command().verb());
            case Parsed.Misunderstood misunderstood -> misunderstood.verb();
        };
    }

    private Answer answer(Inbound said, Function<Turn, Reply> work) {
        long begun = System.nanoTime();
        Answer answer = find(said, work);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        String command = answer.reply().command().orElse("none");
        counts.forEach(it -> it.answered(command, answer.reply().outcome().word(), taken));
        return answer;
    }

    private Answer find(Inbound said, Function<Turn, Reply> work) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reader reader = new Reader(said.zone().orElse(zone), now);
        try {
            preludes.forEach(prelude -> prelude.accept(now));
            Person person = directory.meet(new Account(said.account(), said.displayName(), said.zone()), now);
            ZoneId own = person.zone().or(said::zone).orElse(zone);
            Role role = roles.of(person, said.account(), said.vouched());
            reader = new Reader(own, now, new View.Of(person.id(), role.includes(Role.ADMIN)));
            Reply reply = work.apply(
                    new Turn(person, said.account(), role, catalog.refresh(), own, key(said), said.place(), now));
            // Who and how it came out; never what was typed, which may be private.
            LOG.atInfo()
                    .addKeyValue("account", said.account())
                    .addKeyValue("command", reply.command().orElse("none"))
                    .addKeyValue("outcome", reply.outcome().word())
                    .log("answered");
            List<Pending> pending = pending(person, now);
            if (pending.isEmpty()) {
                listeners.forEach(Runnable::run);
            }
            return new Answer(
                    reply,
                    pending.stream().map(it -> NoticeWords.of(it.notice())).toList(),
                    pending,
                    reader);
        } catch (RuntimeException broken) {
            return failed(broken, reader);
        }
    }

    /** What the person has not heard; nothing when that cannot be read now, since the answer itself stands. */
    private List<Pending> pending(Person person, Instant now) {
        try {
            return notices.pending(person.id(), now);
        } catch (StoreException broken) {
            LOG.warn("notices could not be read: they will be said later", broken);
            return List.of();
        }
    }

    /**
     * Tells the listener of every answer from now on; of one with notices once a platform has accepted it, so that nobody else says
     * them meanwhile. It has to return at once.
     */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Does that first whenever something is said, with the moment at which it is; where it throws, nothing is changed. */
    public void before(Consumer<Instant> prelude) {
        preludes.add(prelude);
    }

    /** Tells of every answer from now on how it came out, and how long it took. It has to return at once. */
    public void count(Counting counting) {
        counts.add(counting);
    }

    /** Whoever counts answers. */
    @FunctionalInterface
    public interface Counting {
        /**
         * An answer was found.
         *
         * @param command its first name, or {@code none}
         * @param outcome the word of its outcome
         */
        void answered(String command, String outcome, Duration taken);
    }

    /** To be called once the platform has accepted the answer: its notices are not said again. */
    public void delivered(Answer answer) {
        try {
            notices.sent(answer.pending(), clock.instant());
        } catch (StoreException broken) {
            LOG.warn("notices were said and could not be marked so: they will be said again", broken);
        }
        listeners.forEach(Runnable::run);
    }

    private static Optional<MessageKey> key(Inbound said) {
        return said.messageId().map(id -> new MessageKey(said.account().platform(), said.conversation(), id));
    }

    private Answer failed(RuntimeException broken, Reader reader) {
        String incident = incidents.next();
        LOG.error("incident {}", incident, broken);
        Reply reply = new Reply(
                Optional.empty(),
                Outcome.FAILED,
                Audience.ASKER,
                List.of(Block.say(
                        "Something broke and nothing was changed: try again, and if it stays so, tell an admin the"
                                + " incident number {}.",
                        Inline.name(incident))),
                Facts.NONE);
        return new Answer(reply, List.of(), List.of(), reader);
    }
}
