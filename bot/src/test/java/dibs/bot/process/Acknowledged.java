package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the program's answers have promised so far. */
final class Acknowledged {
    private final Map<String, Answer.Lease> held = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Long> tokens = new HashMap<>();

    /** Takes an answer at its word. */
    void hear(Answer answer) {
        switch (answer.outcome()) {
            case "granted", "extended" -> answer.done().forEach(this::hold);
            case "released" -> answer.done().forEach(this::end);
            case "held", "already-yours", "forbidden", "not-held", "refused" -> {
                // nothing was done
            }
            default -> throw new AssertionError("an answer that nothing here leads to: " + answer.json());
        }
    }

    private void hold(Answer.Lease lease) {
        if (!held.containsKey(lease.id())) {
            for (String unit : lease.units()) {
                assertThat(lease.token()).as("the token of %s", unit).isGreaterThan(tokens.getOrDefault(unit, 0L));
                tokens.put(unit, lease.token());
            }
        }
        held.put(lease.id(), lease);
    }

    private void end(Answer.Lease lease) {
        held.remove(lease.id());
        ended.add(lease.id());
    }

    /** That the program, asked again, and the store, looked into, are as was promised. */
    void isTrueOf(DibsProcess chat, Sql store) {
        Answer leases = chat.ask("leases all");
        assertThat(leases.items()).containsExactlyInAnyOrderElementsOf(held.values());
        for (String lease : ended) {
            assertThat(store.one("select state from lease where id = '" + lease + "'"))
                    .as("lease %s", lease)
                    .isEqualTo("released");
        }
        tokens.forEach((unit, token) -> assertThat(
                        Long.parseLong(store.one("select token from unit where name = '" + unit + "'")))
                .as("the token of %s", unit)
                .isGreaterThanOrEqualTo(token));
    }

    /** How much there is to be lost. */
    @Override
    public String toString() {
        return held.size() + " leases held and " + ended.size() + " given back";
    }
}
