package dibs.backend.policy;

import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.transaction.Transactor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The versions of the policy in the store: whatever a process takes up that says something else than the newest version
 * becomes the next one, with a line of history for each rule that changed. The program knows the policy by its file
 * alone; the store remembers what was in force when. Safe for many threads and many processes.
 */
public final class PolicyBook {
    private static final int REMEMBERED = 8;
    private static final int NAMED = 12;

    private final Transactor<? extends PolicyTx> transactor;
    /** Newest first: a command that began under the policy before this one still finds that one's number. */
    private final AtomicReference<List<TakenUp>> takenUp = new AtomicReference<>(List.of());

    public PolicyBook(Transactor<? extends PolicyTx> transactor) {
        this.transactor = transactor;
    }

    /**
     * Takes a policy up: at start, and whenever the file says something new, before anybody sees the new policy. The
     * version that it is, a new one where it differs from the newest in the store. Of several processes that take up the
     * same policy at once one writes it.
     *
     * @throws dibs.backend.transaction.StoreException when the store broke; then nothing is taken up
     */
    public PolicyVersion takeUp(Policy policy, Instant now) {
        Instant since = now.truncatedTo(ChronoUnit.MILLIS);
        Map<PolicyPart, String> parts = PolicyText.of(policy);
        String hash = hash(parts);
        PolicyVersion version = transactor
                .read(tx -> tx.policies().latest().filter(is(hash)))
                .orElseGet(() -> transactor.write(tx -> {
                    // Read once: another process may write a version between two looks.
                    Optional<PolicyVersion> latest = tx.policies().latest();
                    return latest.filter(is(hash)).orElseGet(() -> next(tx, latest, policy, parts, hash, since));
                }));
        takenUp.updateAndGet(before -> Stream.concat(Stream.of(new TakenUp(policy, version)), before.stream())
                .limit(REMEMBERED)
                .toList());
        return version;
    }

    /**
     * The version that the policy is; the very object that was taken up.
     *
     * @throws IllegalStateException when it never was, or long ago
     */
    public PolicyVersion version(Policy policy) {
        return takenUp.get().stream()
                .filter(it -> it.isOf(policy))
                .findFirst()
                .map(TakenUp::version)
                .orElseThrow(() -> new IllegalStateException("a policy has to be taken up before it is used"));
    }

    /** The version of that number, or nothing. */
    public Optional<PolicyVersion> find(int number) {
        return transactor.read(tx -> tx.policies().find(number));
    }

    /** The version since which the rule says what it says in that one. */
    public Optional<PolicyVersion> since(String rule, PolicyVersion version) {
        PolicyPart part = new PolicyPart(PolicyPart.Kind.RULE, rule);
        return transactor.read(tx -> tx.policies()
                .find(tx.policies().lastChange(part, version.number()).orElse(1)));
    }

    /** The newest versions with what each changed, newest first. */
    public List<Entry> newest(int limit) {
        return transactor.read(tx -> tx.policies().newest(limit).stream()
                .map(version -> new Entry(version, tx.policies().changes(version.number())))
                .toList());
    }

    private static Predicate<PolicyVersion> is(String hash) {
        return version -> version.hash().equals(hash);
    }

    private static PolicyVersion next(
            PolicyTx tx,
            Optional<PolicyVersion> latest,
            Policy policy,
            Map<PolicyPart, String> parts,
            String hash,
            Instant now) {
        List<PolicyChange> changes = latest.map(
                        before -> PolicyChange.between(tx.policies().parts(before.number()), parts))
                .orElse(List.of());
        int number = latest.map(PolicyVersion::number).orElse(0) + 1;
        PolicyVersion version = new PolicyVersion(number, hash, now, policy.revision());
        tx.policies().add(version, parts, changes);
        if (latest.isEmpty()) {
            note(tx, version, "first version, with " + policy.rules().size() + " rules");
            return version;
        }
        changes.stream()
                .filter(change -> change.part().kind() == PolicyPart.Kind.RULE)
                .forEach(change -> note(tx, version, change.toString()));
        List<String> rest = changes.stream()
                .filter(change -> change.part().kind() != PolicyPart.Kind.RULE)
                .map(PolicyChange::toString)
                .toList();
        if (!rest.isEmpty()) {
            String more = rest.size() > NAMED ? " and " + (rest.size() - NAMED) + " more" : "";
            note(tx, version, rest.stream().limit(NAMED).collect(Collectors.joining(", ")) + more);
        }
        return version;
    }

    /** The file names its author in its own words: that is nobody whom the store knows. */
    private static void note(PolicyTx tx, PolicyVersion version, String change) {
        Map<String, String> details = Map.of(
                "change", change,
                "version", Integer.toString(version.number()),
                "by", version.revision().by(),
                "purpose", version.revision().why());
        tx.history()
                .add(new HistoryEvent(
                        version.loadedAt(),
                        What.POLICY_CHANGED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        details));
    }

    private static String hash(Map<PolicyPart, String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach((part, text) -> digest.update((part + " " + text + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A version with what it has otherwise than the one before it. */
    public record Entry(PolicyVersion version, List<PolicyChange> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }
    }

    private record TakenUp(Policy policy, PolicyVersion version) {
        /** The same object: two that say the same may be different versions, with another between them. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Policy other) {
            return policy == other;
        }
    }
}
