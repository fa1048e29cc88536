package dibs.backend.store;

import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyChange;
import dibs.backend.policy.PolicyPart;
import dibs.backend.policy.PolicyRows;
import dibs.backend.policy.PolicyVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Versions of the policy in rows that are only ever added. */
final class JdbiPolicies implements PolicyRows {
    private static final String VERSION = "select number, hash, loaded_at, author, why from policy_version ";

    private final Handle handle;
    private final Json json;

    JdbiPolicies(Handle handle, Json json) {
        this.handle = handle;
        this.json = json;
    }

    @Override
    public Optional<PolicyVersion> latest() {
        return newest(1).stream().findFirst();
    }

    @Override
    public Optional<PolicyVersion> find(int number) {
        return handle.createQuery(VERSION + "where number = :number")
                .bind("number", number)
                .map((row, context) -> version(row))
                .findFirst();
    }

    @Override
    public Map<PolicyPart, String> parts(int number) {
        Map<PolicyPart, String> parts = new LinkedHashMap<>();
        handle.createQuery("select parts from policy_version where number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .findFirst()
                .map(json::texts)
                .orElse(Map.of())
                .forEach((part, text) -> PolicyPart.of(part).ifPresent(known -> parts.put(known, text)));
        return parts;
    }

    @Override
    public void add(PolicyVersion version, Map<PolicyPart, String> parts, List<PolicyChange> changes) {
        Map<String, String> texts = new LinkedHashMap<>();
        parts.forEach((part, text) -> texts.put(part.toString(), text));
        handle.createUpdate("""
                insert into policy_version (number, hash, parts, loaded_at, author, why)
                values (:number, :hash, :parts, :loadedAt, :author, :why)""")
                .bind("number", version.number())
                .bind("hash", version.hash())
                .bind("parts", json.texts(texts))
                .bind("loadedAt", version.loadedAt().toEpochMilli())
                .bind("author", version.revision().by())
                .bind("why", version.revision().why())
                .execute();
        if (changes.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into policy_change (version, kind, name, how) values (:version, :kind, :name, :how)");
        for (PolicyChange change : changes) {
            batch.bind("version", version.number())
                    .bind("kind", change.part().kind().word())
                    .bind("name", change.part().name())
                    .bind("how", change.how().word())
                    .add();
        }
        batch.execute();
    }

    @Override
    public List<PolicyVersion> newest(int limit) {
        return handle.createQuery(VERSION + "order by number desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> version(row))
                .list();
    }

    @Override
    public List<PolicyChange> changes(int number) {
        return handle
                .createQuery("select kind, name, how from policy_change where version = :version order by kind, name")
                .bind("version", number)
                .map((row, context) -> change(row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Integer> lastChange(PolicyPart part, int upTo) {
        return handle.createQuery("""
                select version from policy_change
                where kind = :kind and name = :name and version <= :upTo
                order by version desc
                limit 1""")
                .bind("kind", part.kind().word())
                .bind("name", part.name())
                .bind("upTo", upTo)
                .mapTo(Integer.class)
                .findFirst();
    }

    private static PolicyVersion version(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getInt("number"),
                row.getString("hash"),
                Instant.ofEpochMilli(row.getLong("loaded_at")),
                new Policy.Revision(row.getString("author"), row.getString("why")));
    }

    private static Optional<PolicyChange> change(ResultSet row) throws SQLException {
        String name = row.getString("name");
        PolicyChange.How how = PolicyChange.How.valueOf(row.getString("how").toUpperCase(Locale.ROOT));
        return PolicyPart.Kind.of(row.getString("kind")).map(kind -> new PolicyChange(new PolicyPart(kind, name), how));
    }
}
