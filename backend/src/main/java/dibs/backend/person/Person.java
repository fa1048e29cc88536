package dibs.backend.person;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A set of accounts with settings.
 *
 * @param zone the zone that the person chose
 * @param hours the working hours that the person chose
 * @param remind how long before a lease's end the person wants to hear of it
 * @param spoke the account that the person spoke from last, where there are several
 * @param accounts every account that was joined, first known first
 */
public record Person(
        PersonId id,
        String name,
        Optional<ZoneId> zone,
        Optional<WorkingHours> hours,
        Optional<Duration> remind,
        Optional<AccountId> spoke,
        List<Account> accounts) {
    public Person {
        accounts = List.copyOf(accounts);
    }

    /** The zone that counts for the person: the chosen one, else that of an account, else the given one. */
    public ZoneId zoneOr(ZoneId otherwise) {
        return zone.or(() -> accounts.stream()
                        .flatMap(account -> account.zone().stream())
                        .findFirst())
                .orElse(otherwise);
    }

    /** The person as others see them. */
    public PersonRef ref() {
        return new PersonRef(id, name);
    }
}
