package dibs.backend.person;

import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        if (known.isPresent() && known.get().accounts().contains(account)) {
            return known.get();
        }
        return transactor.write(tx -> {
            Optional<Person> again = tx.people().find(account.id());
            if (again.isEmpty()) {
                return tx.people().add(new PersonId(ids.next()), account, now);
            }
            tx.people().update(account);
            return tx.people().find(account.id()).orElseThrow();
        });
    }

    /**
     * The person whom a speaker means.
     *
     * @param name as typed, without the {@code @}
     * @param speaker whose platform is looked at first
     */
    public Meant meant(String name, AccountId speaker, Instant now) {
        String plain = name.strip();
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

    /** A one-time code to type from another account of the same person. */
    public String newCode(PersonId id, Instant now) {
        String code = ids.next();
        transactor.write(tx -> {
            tx.people().keepCode(code, id, now.plus(CODE_LASTS));
            return code;
        });
        return code;
    }

    /** Joins the person to whom a code was shown and the person who typed it; nothing when the code is not good. */
    public Optional<Person> join(String code, PersonId typed, Instant now) {
        return transactor.write(tx -> {
            Optional<PersonId> shown = tx.people().takeCode(code.strip().toLowerCase(Locale.ROOT), now);
            shown.filter(id -> !id.equals(typed)).ifPresent(id -> tx.people().merge(id, typed));
            return shown.flatMap(id -> tx.people().find(id));
        });
    }

    /** Who is meant by a name. */
    public sealed interface Meant {
        record One(Person person) implements Meant {}

        record Several(List<Person> persons) implements Meant {}

        record Nobody() implements Meant {}
    }
}
