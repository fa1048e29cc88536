package dibs.backend.person;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The port to what is remembered of people; part of a transaction. */
public interface People {
    /** The person behind an account, or nothing when it was never seen. */
    Optional<Person> find(AccountId account);

    /** The person of that id, or nothing. */
    Optional<Person> find(PersonId id);

    /** Persons shown by that name, letter case aside, first known first. */
    List<Person> named(String name);

    /** Remembers a new person with that one account. */
    Person add(PersonId id, Account account, Instant now);

    /** Changes what the platform says of a known account. */
    void update(Account account);

    /** Notes the account that the person speaks from. */
    void spoke(PersonId id, AccountId account);

    /** Sets the zone, or forgets it. This and the two below have the person's leases looked at anew for reminders. */
    void zone(PersonId id, Optional<ZoneId> zone);

    /** Sets the working hours, or forgets them. */
    void hours(PersonId id, Optional<WorkingHours> hours);

    /** Sets the reminder lead, or forgets it. */
    void remind(PersonId id, Optional<Duration> lead);

    /** Keeps a one-time code that joins another account to this person; earlier codes of the person are void. */
    void keepCode(String code, PersonId person, Instant expires);

    /** Takes somebody else's code that has not expired; whose it was, or nothing. It is void from then on; one's own stays good. */
    Optional<PersonId> takeCode(String code, PersonId taker, Instant now);

    /**
     * Makes two persons one: accounts, leases, helps, uses, places in line, notices, exceptions and history of the other become this
     * one's, and the other is gone. Settings of this one stay; those that it has not are taken over.
     */
    void merge(PersonId into, PersonId other);
}
