package dibs.backend.person;

import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The rules of people: who is behind an account, and who is meant by a name. */
public final class Directory {
    /** Platforms on which anybody may be named before they ever spoke, because their names are all there is of them. */
    private static final Set<String> NAMES_ARE_ACCOUNTS = Set.of("console", "web");

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private final Transactor<? extends PeopleTx> transactor;
    private final IdSource ids;

    public Directory(Transactor<? extends PeopleTx> transactor, IdSource ids) {
        this.transactor = transactor;
        this.ids = ids;
    }

    /** The person who speaks from that account; a new one the first time. What the platform says anew is remembered. */
    public Person meet(Account account, Instant now) {
        Optional<Person> known = transactor.read(tx -> tx.people().find(account.id()));
        if (known.filter(person -> isUpToDate(person, account)).isPresent()) {
            return known.get();
        }
        return transactor.write(tx -> {
            Optional<Person> again = tx.people().find(account.id());
            if (again.isEmpty()) {
                return tx.people().add(new PersonId(ids.next()), account, now);
            }
            tx.people().update(account);
            if (again.get().accounts().size() > 1) {
                tx.people().spoke(again.get().id(), account.id());
            }
            return tx.people().find(account.id()).orElseThrow();
        });
    }

    /** The person of that id, if there is one. */
    public Optional<Person> find(PersonId id) {
        return transactor.read(tx -> tx.people().find(id));
    }

    /** So that nothing is written for those who always speak from the same account. */
    private static boolean isUpToDate(Person person, Account account) {
        boolean sameAsBefore = person.accounts().size() == 1 || person.spoke().equals(Optional.of(account.id()));
        return sameAsBefore && person.accounts().contains(account);
    }

    /**
     * The person whom a speaker means.
     *
     * @param name as typed, without the {@code @}; or a whole account, as platforms write whom they mention
     * @param speaker whose platform is looked at first
     */
    public Meant meant(String name, AccountId speaker, Instant now) {
        String plain = name.strip();
        Optional<AccountId> exact = AccountId.parse(plain);
        if (exact.isPresent()) {
            return transactor
                    .read(tx -> tx.people().find(exact.get()))
                    .<Meant>map(Meant.One::new)
                    .orElseGet(Meant.Nobody::new);
        }
        if (!PLAIN_NAME.matcher(plain).matches()) {
            return new Meant.Nobody();
        }
        boolean anybody = NAMES_ARE_ACCOUNTS.contains(speaker.platform());
        AccountId account = AccountId.of(speaker.platform(), plain.toLowerCase(Locale.ROOT));
        Meant found = transactor.read(tx -> {
            Optional<Person> same = tx.people().find(account);
            if (same.isPresent()) {
                return new Meant.One(same.get());
            }
            List<Person> named = tx.people().named(plain);
            return switch (named.size()) {
                case 0 -> new Meant.Nobody();
                case 1 -> new Meant.One(named.getFirst());
                default -> new Meant.Several(named);
            };
        });
        if (found instanceof Meant.Nobody && anybody) {
            return new Meant.One(meet(new Account(account, plain, Optional.empty()), now));
        }
        return found;
    }

    /** Changes those settings that are given. */
    public Person set(PersonId id, Optional<ZoneId> zone, Optional<WorkingHours> hours, Optional<Duration> remind) {
        return transactor.write(tx -> {
            zone.ifPresent(it -> tx.people().zone(id, Optional.of(it)));
            hours.ifPresent(it -> tx.people().hours(id, Optional.of(it)));
            remind.ifPresent(it -> tx.people().remind(id, Optional.of(it)));
            return tx.people().find(id).orElseThrow();
        });
    }

    /** How long a code joins accounts. */
    public static final Duration CODE_LASTS = Duration.ofMinutes(10);

    /** A one-time code to type from another account of the same person; a repeated message gets the same one. */
    public String newCode(PersonId id, Optional<MessageKey> message, Instant now) {
        return once(message, CodeResult.class, now, tx -> {
                    String code = ids.next();
                    tx.people().keepCode(code, id, now.plus(CODE_LASTS));
                    return new CodeResult.Shown(code);
                })
                .code();
    }

    /**
     * Joins the person to whom a code was shown and the person who typed it; nothing when the code is not good, or the
     * typist's own.
     */
    public Optional<Person> join(String code, PersonId typed, Optional<MessageKey> message, Instant now) {
        JoinResult result = once(message, JoinResult.class, now, tx -> {
            Optional<PersonId> shown = tx.people().takeCode(code.strip().toLowerCase(Locale.ROOT), typed, now);
            shown.ifPresent(id -> tx.people().merge(id, typed));
            return shown.<JoinResult>map(JoinResult.Joined::new).orElseGet(JoinResult.NotGood::new);
        });
        return switch (result) {
            case JoinResult.Joined joined -> transactor.read(tx -> tx.people().find(joined.person()));
            case JoinResult.NotGood ignored -> Optional.empty();
        };
    }

    private <R> R once(Optional<MessageKey> message, Class<R> type, Instant now, Function<PeopleTx, R> work) {
        return message.map(key -> transactor.once(key, type, now, work)).orElseGet(() -> transactor.write(work));
    }

    /** What is kept of a message that asked for a code. */
    sealed interface CodeResult {
        /** The code. */
        String code();

        record Shown(String code) implements CodeResult {}
    }

    /** What is kept of a message that brought a code. */
    sealed interface JoinResult {
        /** Two persons are this one now. */
        record Joined(PersonId person) implements JoinResult {}

        /** It was not, or no longer, good. */
        record NotGood() implements JoinResult {}
    }

    /** Who is meant by a name. */
    public sealed interface Meant {
        record One(Person person) implements Meant {}

        record Several(List<Person> persons) implements Meant {}

        record Nobody() implements Meant {}
    }
}
