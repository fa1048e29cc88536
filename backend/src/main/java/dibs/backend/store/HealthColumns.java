package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Deploy;
import dibs.backend.health.Deployed;
import dibs.backend.health.Health;
import dibs.backend.health.HealthState;
import dibs.backend.health.ProbeState;
import dibs.backend.health.Sign;
import dibs.backend.health.Tree;
import dibs.backend.health.TreeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Health from its columns. */
final class HealthColumns {
    private HealthColumns() {}

    static HealthState state(ResultSet row) throws SQLException {
        Deployed what = deployed(row);
        boolean known = what.version().isPresent() || what.commit().isPresent();
        return new HealthState(
                new EnvironmentId(row.getString("environment")),
                Health.valueOf(row.getString("health")),
                at(row, "since"),
                Health.valueOf(row.getString("beneath")),
                new HealthState.Cause(row.getString("probe"), row.getString("sentence"), row.getBoolean("vpn")),
                new HealthState.Turning(turns(row.getString("turns")), maybe(row, "flapping")),
                new HealthState.Background(
                        known ? Optional.of(new Deploy(what, maybe(row, "deployed_at"))) : Optional.empty(),
                        Optional.ofNullable(row.getString("told")).map(Health::valueOf),
                        Optional.ofNullable(row.getString("incident"))));
    }

    static ProbeState probe(ResultSet row) throws SQLException {
        return new ProbeState(
                new EnvironmentId(row.getString("environment")),
                row.getString("probe"),
                Health.valueOf(row.getString("held")),
                at(row, "since"),
                Sign.valueOf(row.getString("sign")),
                at(row, "seen_at"),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("sentence"),
                at(row, "silent_at"),
                row.getBoolean("vpn"),
                row.getString("lately"),
                tree(row));
    }

    static Deployed deployed(ResultSet row) throws SQLException {
        return new Deployed(
                Optional.ofNullable(row.getString("version")), Optional.ofNullable(row.getString("commit_id")));
    }

    static List<Instant> turns(String turns) {
        return turns.isEmpty()
                ? List.of()
                : Arrays.stream(turns.split(",", -1))
                        .map(turn -> Instant.ofEpochMilli(Long.parseLong(turn)))
                        .toList();
    }

    private static Optional<Tree.Seen> tree(ResultSet row) throws SQLException {
        Optional<TreeState> state = Optional.ofNullable(row.getString("tree")).map(TreeState::valueOf);
        Instant since = maybe(row, "tree_since").orElse(at(row, "seen_at"));
        return state.map(it -> new Tree.Seen(it, since));
    }

    static List<String> ids(Collection<EnvironmentId> environments) {
        return environments.stream().map(EnvironmentId::value).toList();
    }

    static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
