package dibs.backend.store;

import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.People;
import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.person.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Persons and their accounts. */
final class JdbiPeople implements People {
    private final Handle handle;
    private final Dialect dialect;

    JdbiPeople(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    @Override
    public Optional<Person> find(AccountId account) {
        return one(handle.createQuery("""
            select id, name, zone, hours, remind_ms, spoke from person
            where id = (select person_id from account where id = :account)\
            """).bind("account", account.value()));
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return one(handle.createQuery("select id, name, zone, hours, remind_ms, spoke from person where id = :id")
                .bind("id", id.value()));
    }

    @Override
    public List<Person> named(String name) {
        return persons(handle.createQuery("""
            select id, name, zone, hours, remind_ms, spoke from person
            where called = :called or id in (select person_id from account where called = :called)
            order by created_at, id\
            """).bind("called", called(name)));
    }

    @Override
    public Person add(PersonId id, Account account, Instant now) {
        handle.createUpdate("""
            insert into person (id, name, called, created_at) values (:id, :name, :called, :now)\
            """)
                .bind("id", id.value())
                .bind("name", account.name())
                .bind("called", called(account.name()))
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("""
            insert into account (id, person_id, name, called, zone, first_seen)
            values (:account, :id, :name, :called, :zone, :now)\
            """)
                .bind("account", account.id().value())
                .bind("id", id.value())
                .bind("name", account.name())
                .bind("called", called(account.name()))
                .bind("zone", account.zone().map(ZoneId::getId).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
        return find(id).orElseThrow();
    }

    @Override
    public void update(Account account) {
        handle.createUpdate("update account set name = :name, called = :called, zone = :zone where id = :id")
                .bind("id", account.id().value())
                .bind("name", account.name())
                .bind("called", called(account.name()))
                .bind("zone", account.zone().map(ZoneId::getId).orElse(null))
                .execute();
        find(account.id())
                .filter(person -> person.accounts().getFirst().id().equals(account.id()))
                .ifPresent(
                        person -> handle.createUpdate("update person set name = :name, called = :called where id = :id")
                                .bind("id", person.id().value())
                                .bind("name", account.name())
                                .bind("called", called(account.name()))
                                .execute());
    }

    @Override
    public void spoke(PersonId id, AccountId account) {
        handle.createUpdate("update person set spoke = :account where id = :id")
                .bind("account", account.value())
                .bind("id", id.value())
                .execute();
    }

    @Override
    public void zone(PersonId id, Optional<ZoneId> zone) {
        handle.createUpdate("update person set zone = :zone where id = :id")
                .bind("zone", zone.map(ZoneId::getId).orElse(null))
                .bind("id", id.value())
                .execute();
        JdbiReminders.lookAgain(handle, id);
    }

    @Override
    public void hours(PersonId id, Optional<WorkingHours> hours) {
        handle.createUpdate("update person set hours = :hours where id = :id")
                .bind("hours", hours.map(HoursText::of).orElse(null))
                .bind("id", id.value())
                .execute();
        JdbiReminders.lookAgain(handle, id);
    }

    @Override
    public void remind(PersonId id, Optional<Duration> lead) {
        handle.createUpdate("update person set remind_ms = :remind where id = :id")
                .bind("remind", lead.map(Duration::toMillis).orElse(null))
                .bind("id", id.value())
                .execute();
        JdbiReminders.lookAgain(handle, id);
    }

    @Override
    public void keepCode(String code, PersonId person, Instant expires) {
        handle.createUpdate("delete from link_code where person_id = :person")
                .bind("person", person.value())
                .execute();
        handle.createUpdate("insert into link_code (code, person_id, expires) values (:code, :person, :expires)")
                .bind("code", code)
                .bind("person", person.value())
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<PersonId> takeCode(String code, PersonId taker, Instant now) {
        // Of several at once only one finds it not taken.
        boolean taken = handle.createUpdate("""
            update link_code set taken_at = :now
            where code = :code and taken_at is null and expires > :now and person_id <> :taker\
            """)
                        .bind("code", code)
                        .bind("taker", taker.value())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
        if (!taken) {
            return Optional.empty();
        }
        return handle.createQuery("select person_id from link_code where code = :code")
                .bind("code", code)
                .mapTo(String.class)
                .findFirst()
                .map(PersonId::new);
    }

    @Override
    public void merge(PersonId into, PersonId other) {
        new Joining(handle, dialect, into, other).run();
    }

    private Optional<Person> one(Query query) {
        return persons(query).stream().findFirst();
    }

    private List<Person> persons(Query query) {
        // Two steps: the rows are read to their end before the accounts are asked for on the same connection.
        List<Person> bare = query.map((row, context) -> person(row)).list();
        return bare.stream().map(this::withAccounts).toList();
    }

    private static Person person(ResultSet row) throws SQLException {
        long remind = row.getLong("remind_ms");
        Optional<Duration> lead = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(remind));
        return new Person(
                new PersonId(row.getString("id")),
                row.getString("name"),
                zone(row.getString("zone")),
                Optional.ofNullable(row.getString("hours")).map(HoursText::read),
                lead,
                Optional.ofNullable(row.getString("spoke")).map(AccountId::new),
                List.of());
    }

    private Person withAccounts(Person person) {
        List<Account> accounts = handle.createQuery("""
            select id, name, zone from account where person_id = :person order by first_seen, id\
            """)
                .bind("person", person.id().value())
                .map((row, context) -> new Account(
                        new AccountId(row.getString("id")), row.getString("name"), zone(row.getString("zone"))))
                .list();
        return new Person(
                person.id(), person.name(), person.zone(), person.hours(), person.remind(), person.spoke(), accounts);
    }

    private static Optional<ZoneId> zone(@Nullable String id) {
        return Optional.ofNullable(id).map(ZoneId::of);
    }

    private static String called(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
