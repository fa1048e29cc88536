package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold of a town's time, read from its store behind the program's back. Moments are milliseconds. */
final class TownRecords {
    /** So often the town looks for what is due, at least. */
    private static final long STEP = 6 * 60_000L;

    private final Path database;
    private final SimulatedTown town;

    TownRecords(Path database, SimulatedTown town) {
        this.database = database;
        this.town = town;
    }

    /** A row, by the names of its columns. */
    private record Row(Map<String, @Nullable Object> columns) {
        String text(String column) {
            return String.valueOf(columns.get(column));
        }

        long number(String column) {
            return maybe(column).orElseThrow();
        }

        Optional<Long> maybe(String column) {
            return Optional.ofNullable(columns.get(column)).map(it -> ((Number) it).longValue());
        }
    }

    void check() {
        whatWasAcknowledgedIsThere();
        noUnitHadTwoHolders();
        everyEndWasToldOnce();
        everybodyWasToldEverything();
        nobodyWasSkipped();
    }

    private void whatWasAcknowledgedIsThere() {
        Set<String> there =
                rows("select id from lease").stream().map(row -> row.text("id")).collect(Collectors.toSet());
        assertThat(there).containsAll(town.acknowledged().keySet());
        assertThat(there.size()).as("something happened").isGreaterThan(50);
    }

    private void noUnitHadTwoHolders() {
        List<Row> held = rows("""
            select u.unit, l.id, l.since, coalesce(l.ended_at, l.until) as until, l.token
            from lease_unit u join lease l on l.id = u.lease_id order by u.unit, l.token\
            """);
        for (int i = 1; i < held.size(); i++) {
            Row before = held.get(i - 1);
            Row row = held.get(i);
            if (before.text("unit").equals(row.text("unit"))) {
                assertThat(row.number("since"))
                        .as("%s after %s", row, before)
                        .isGreaterThanOrEqualTo(before.number("until"));
                assertThat(row.number("token")).as("%s after %s", row, before).isGreaterThan(before.number("token"));
            }
        }
    }

    private void everyEndWasToldOnce() {
        List<Row> ended = rows("select id, environment, holder_id, until, ended_at from lease where state = 'expired'");
        Map<String, Long> told =
                rows("select person_id, notice from outbox where notice_type like '%LeaseExpired'").stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("person_id") + " " + row.text("notice"), Collectors.counting()));
        assertThat(told.values()).allMatch(times -> times == 1);
        assertThat(told).hasSize(ended.size());
        assertThat(ended)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.number("ended_at")).isEqualTo(row.number("until")));
        assertThat(rows("select id from lease where state = 'held' and until < "
                        + (rows("select at from heartbeat").getFirst().number("at") - STEP)))
                .as("held past its end")
                .isEmpty();
    }

    private void everybodyWasToldEverything() {
        assertThat(rows("select id, notice, fault from outbox where dead_at is not null"))
                .isEmpty();
        assertThat(rows("select id, notice_type, notice, attempts, fault from outbox where sent_at is null"))
                .as("not told yet")
                .isEmpty();
    }

    /** Whoever got a unit that others waited for was before them in line. */
    private void nobodyWasSkipped() {
        Set<String> passedOn = rows("select lease_id from history where what in ('taken_over', 'handed_over')").stream()
                .map(row -> row.text("lease_id"))
                .collect(Collectors.toSet());
        passedOn.addAll(reserved());
        List<Row> places = rows("select * from waiting order by seq");
        Map<String, List<Row>> lines = places.stream().collect(Collectors.groupingBy(row -> row.text("unit")));
        int servedInLine = 0;
        for (Row lease :
                rows("select l.id, l.holder_id, l.since, u.unit from lease l join lease_unit u on u.lease_id = l.id")) {
            if (passedOn.contains(lease.text("id"))) {
                continue;
            }
            long since = lease.number("since");
            List<Row> standing = lines.getOrDefault(lease.text("unit"), List.of()).stream()
                    .filter(place -> place.number("since") < since
                            && place.maybe("left_at").orElse(Long.MAX_VALUE) >= since)
                    .toList();
            Optional<Row> own = standing.stream()
                    .filter(place -> place.text("person_id").equals(lease.text("holder_id")))
                    .findFirst();
            List<Row> before = standing.stream()
                    .filter(place -> place.maybe("left_at").orElse(Long.MAX_VALUE) > since)
                    .filter(place -> !leavesToOthers(place, places, since))
                    .filter(place -> own.map(it -> place.number("seq") < it.number("seq"))
                            .orElse(true))
                    .toList();
            assertThat(before)
                    .as(
                            "passed by at %s: %s",
                            lease, rows("select what, at from history where lease_id = '" + lease.text("id") + "'"))
                    .isEmpty();
            servedInLine += own.isPresent() ? 1 : 0;
        }
        assertThat(servedInLine).as("somebody was served in line").isPositive();
    }

    /** Who could not gather all of what they wait for leaves its parts to others for a while, those that were joined again too. */
    private static boolean leavesToOthers(Row place, List<Row> places, long at) {
        return places.stream()
                .filter(other -> other.text("person_id").equals(place.text("person_id"))
                        && other.text("environment").equals(place.text("environment")))
                .filter(other ->
                        other.number("since") <= at && other.maybe("left_at").orElse(Long.MAX_VALUE) > at)
                .anyMatch(other -> other.maybe("gathers_from").orElse(0L) > at);
    }

    /** Leases of what their holder had reserved, and those that fitted in before another's reservation, for which nobody in line is asked. */
    private Set<String> reserved() {
        return rows("""
            select distinct l.id from lease l join lease_unit u on u.lease_id = l.id join reservation r on r.unit = u.unit
            where l.since >= r.starts - 15 * 60000 and l.since < r.ends
              and (r.person_id = l.holder_id or l.since < coalesce(r.cancelled_at, r.ends))\
            """).stream().map(row -> row.text("id")).collect(Collectors.toSet());
    }

    private List<Row> rows(String question) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, @Nullable Object> columns = new LinkedHashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    columns.put(found.getMetaData().getColumnLabel(column), found.getObject(column));
                }
                rows.add(new Row(columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
