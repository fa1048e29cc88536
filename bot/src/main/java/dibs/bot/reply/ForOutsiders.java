package dibs.bot.reply;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an answer may be said where people from outside read along: names, who holds them and until when, and verdicts.
 * It is made from the facts alone, so that no sentence that is added to an answer later comes out here.
 */
public final class ForOutsiders {
    private ForOutsiders() {}

    /** The blocks to be said there in place of the answer's own; at least one. */
    public static List<Block> of(Reply reply) {
        Facts facts = reply.facts();
        List<Line> lines = new ArrayList<>();
        Set<LeaseView> leases = leases(facts);
        leases.forEach(lease -> lines.add(line(lease)));
        gates(facts, lines);
        facts.verdict().ifPresent(verdict -> lines.add(line(verdict)));
        boolean asked = reply.command().filter("who-is-using"::equals).isPresent();
        if (asked && leases.isEmpty() && facts.items().isEmpty() && reply.outcome() == Outcome.SHOWN) {
            facts.environment().ifPresent(id -> lines.add(notHeld(id)));
        }
        if (lines.isEmpty()) {
            return List.of(Block.say(
                    "People from outside read along here, so I leave it at that: ask me in a direct message."));
        }
        return lines.size() == 1 ? List.of(Block.say(lines.getFirst())) : List.of(Block.bullets(lines));
    }

    /** Of a gate the name, its state and its end; neither who nor why. */
    private static void gates(Facts facts, List<Line> lines) {
        for (Object item : facts.items().orElse(List.of())) {
            if (item instanceof Map<?, ?> fields && "gate".equals(fields.get("kind"))) {
                Line line = Line.of(
                        "{}: {}",
                        Inline.name(String.valueOf(fields.get("environment"))),
                        Inline.text(String.valueOf(fields.get("gate"))));
                lines.add(
                        fields.get("until") instanceof Instant end
                                ? line.then(Line.of(" until {}.", Inline.when(end)))
                                : line.then(Line.of(".")));
            }
        }
    }

    private static Set<LeaseView> leases(Facts facts) {
        Set<LeaseView> leases = new LinkedHashSet<>(facts.leases().orElse(List.of()));
        facts.lease().ifPresent(leases::add);
        for (Object item : facts.items().orElse(List.of())) {
            Object listed = item instanceof Map<?, ?> fields ? fields.get("lease") : item;
            if (listed instanceof LeaseView lease) {
                leases.add(lease);
            }
        }
        return leases;
    }

    private static Line line(LeaseView lease) {
        Inline name = Inline.name(lease.environment());
        Inline holder = Inline.text(lease.holder());
        Inline until = Inline.when(lease.until());
        return switch (lease.state()) {
            case "held" -> Line.of("{}: held by {} until {}.", name, holder, until);
            case "offered" -> Line.of("{}: offered to {} until {}.", name, holder, until);
            case "reserved" -> Line.of("{}: reserved by {} until {}.", name, holder, until);
            default -> Line.of("{}: no longer held by {}.", name, holder);
        };
    }

    private static Line line(VerdictView verdict) {
        Line line = Line.of("{}: {}", Inline.text(verdict.answer()), Inline.name(verdict.consumer()));
        return verdict.environment()
                .map(environment -> line.then(Line.of(" → {}.", Inline.name(environment))))
                .orElseGet(() -> line.then(Line.of(".")));
    }

    private static Line notHeld(EnvironmentId id) {
        return Line.of("{} is not held.", Inline.name(id));
    }
}
