package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What must hold of what a town reserved: a window is its person's until it lapses or is called off. Moments are milliseconds. */
record TownReservations(Path database, SimulatedTown town) {
    /** So often the town looks for what is due, at least; twice, for what needs two looks. */
    private static final long STEPS = 12 * 60_000L;

    void check() {
        nobodyElseHadWhatWasReserved();
        noTwoHadReservedTheSame();
        whatLapsedWasToldOnce();
        whatBeganWasItsPersons();
        nothingWasForgotten();
        assertThat(rows("select distinct state from occurrence"))
                .as("some began, some lapsed, some were called off")
                .contains("started", "lapsed", "cancelled");
    }

    private void nobodyElseHadWhatWasReserved() {
        assertThat(rows("""
            select r.ends, r.id, r.unit, l.id, l.since, r.starts, r.cancelled_at from reservation r
            join lease_unit u on u.unit = r.unit join lease l on l.id = u.lease_id
            where l.holder_id <> r.person_id
              and max(l.since, r.starts) < min(coalesce(l.ended_at, l.until), r.ends, coalesce(r.cancelled_at, r.ends))\
            """))
                .filteredOn(row -> !endedWhileAway(Long.parseLong(row.substring(0, row.indexOf(' ')))))
                .isEmpty();
    }

    /** Nobody could have had it then: it keeps no lease from going on when the program is there again. */
    private boolean endedWhileAway(long end) {
        return town.aways().stream()
                .anyMatch(away ->
                        away.from().toEpochMilli() < end && end <= away.to().toEpochMilli());
    }

    private void noTwoHadReservedTheSame() {
        assertThat(rows("""
            select r.id, o.id, r.unit from reservation r join reservation o on o.unit = r.unit and o.id <> r.id
            where r.person_id <> o.person_id and max(r.starts, o.starts)
              < min(r.ends, o.ends, coalesce(r.cancelled_at, r.ends), coalesce(o.cancelled_at, o.ends))\
            """)).isEmpty();
    }

    private void whatLapsedWasToldOnce() {
        List<String> told = rows("""
            select person_id, json_extract(notice, '$.starts') from outbox where notice_type like '%ReservationLapsed'\
            """);
        assertThat(told)
                .extracting(row -> row.split(" ")[0] + " "
                        + Instant.parse(row.split(" ")[1]).toEpochMilli())
                .containsExactlyInAnyOrderElementsOf(rows("""
                    select s.person_id, o.starts from occurrence o join reservation_series s on s.id = o.series_id
                    where o.state = 'lapsed'\
                    """));
    }

    /** However it began: by itself, by a claim in its time, or because its person had it anyway. */
    private void whatBeganWasItsPersons() {
        assertThat(rows("""
            select o.id, r.unit, r.starts, r.cancelled_at from occurrence o join reservation r on r.id = o.id
            where o.state = 'started' and not exists (
              select 1 from lease_unit u join lease l on l.id = u.lease_id
              where u.unit = r.unit and l.holder_id = r.person_id and l.since <= r.cancelled_at
                and coalesce(l.ended_at, l.until) >= r.cancelled_at)\
            """)).isEmpty();
        assertThat(rows("select id from reservation where cancelled_at < starts and id in ("
                        + "select id from occurrence where state in ('started', 'lapsed'))"))
                .as("began or lapsed before its time")
                .isEmpty();
    }

    /** At the end of the time nothing is open that should have begun or lapsed. */
    private void nothingWasForgotten() {
        long end = Long.parseLong(rows("select max(at) from heartbeat").getFirst()) - STEPS;
        long quarter = 15 * 60_000L;
        assertThat(rows("select id from occurrence where state = 'confirmed' and starts < " + end))
                .as("did not begin by itself")
                .isEmpty();
        assertThat(rows("select id from occurrence where state = 'planned' and starts - " + quarter + " < " + end))
                .as("nobody was asked")
                .isEmpty();
        assertThat(rows("select id from occurrence where state = 'asked'"
                        + " and min(ends, coalesce(confirm_by, starts + " + quarter + ")) < " + end))
                .as("did not lapse")
                .isEmpty();
    }

    private List<String> rows(String question) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(found.getObject(column)));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
