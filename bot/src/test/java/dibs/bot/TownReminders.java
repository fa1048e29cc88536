package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold of a town's reminders: none after the end, and whoever is reachable around the clock has each that was planned, once, as
 * soon as the program was there. Moments are milliseconds.
 */
record TownReminders(Path database, SimulatedTown town) {
    /** So often the town looks for what is due, at least. */
    private static final long STEP = 6 * 60_000L;

    private static final List<Long> LEADS = List.of(30 * 60_000L, 5 * 60_000L);

    /** An end that a lease had, from when it was set until the lease ended, something else became of it, or the town was left. */
    private record End(String lease, long until, long set, long over) {}

    void check() {
        assertThat(rows("select lease_id, until, lead_ms, at from reminder where at >= until"))
                .as("reminded of after the end")
                .isEmpty();
        Map<String, Long> sent = new HashMap<>();
        rows("select lease_id, until, lead_ms, at from reminder")
                .forEach(row -> sent.put(row[0] + " " + row[1] + " " + row[2], Long.valueOf(row[3])));
        int expected = 0;
        for (End end : ends()) {
            for (long lead : LEADS) {
                long planned = end.until() - lead;
                Optional<Long> at = Optional.ofNullable(sent.get(key(end, lead)));
                at.ifPresent(it -> assertThat(it).as("%s early", end).isGreaterThanOrEqualTo(planned));
                long by = by(planned);
                if (planned > end.set() && by < end.over()) {
                    assertThat(at).as("reminder %d ms before %s", lead, end).isPresent();
                    assertThat(at.orElseThrow()).as("%s late", end).isLessThanOrEqualTo(by);
                    expected++;
                }
            }
        }
        assertThat(expected).as("somebody was to be reminded").isPositive();
    }

    private static String key(End end, long lead) {
        return end.lease() + " " + end.until() + " " + lead;
    }

    /** Until when it is to be said at the latest; later, where the program was away. */
    private long by(long planned) {
        long by = planned + STEP;
        for (SimulatedTown.Away away : town.aways()) {
            if (away.from().toEpochMilli() <= by && away.to().toEpochMilli() >= planned) {
                by = Math.max(by, away.to().toEpochMilli() + STEP);
            }
        }
        return by;
    }

    /** The ends that leases of persons without nights had. */
    private List<End> ends() {
        List<End> ends = new ArrayList<>();
        for (String[] row : rows("""
            select h.lease_id, json_extract(h.details, '$.until'), h.at, p.name,
              min(coalesce(l.ended_at, l.until), l.until, (select max(at) from heartbeat),
                coalesce((select min(n.at) from history n where n.lease_id = h.lease_id and n.at > h.at), l.until))
            from history h join lease l on l.id = h.lease_id join person p on p.id = l.holder_id
            where h.what in ('claimed', 'extended', 'kept_through_outage')\
            """)) {
            if (!SimulatedTown.keepsHours(Integer.parseInt(row[3].substring(1)))) {
                ends.add(new End(row[0], Long.parseLong(row[1]), Long.parseLong(row[2]), Long.parseLong(row[4])));
            }
        }
        return ends;
    }

    private List<String[]> rows(String question) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            List<String[]> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                String[] row = new String[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = String.valueOf(found.getString(column + 1));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
