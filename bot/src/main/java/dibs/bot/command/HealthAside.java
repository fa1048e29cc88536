package dibs.bot.command;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Health;
import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthService;
import dibs.backend.health.HealthState;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What answers about something else say of health, where anybody looks at it; where probes are off, nothing. */
final class HealthAside {
    private final HealthService health;

    HealthAside(HealthService health) {
        this.health = health;
    }

    /** Before the last block, which is a long one. */
    Reply beforeTheLast(Reply reply, Turn turn) {
        return reply.outcome() == Outcome.SHOWN
                ? with(reply, Math.max(0, reply.blocks().size() - 1), any -> true, turn)
                : reply;
    }

    /** Above all else. */
    Reply first(Reply reply, Turn turn) {
        return reply.outcome() == Outcome.SHOWN ? with(reply, 0, any -> true, turn) : reply;
    }

    /** Behind all else. */
    Reply last(Reply reply, Turn turn) {
        return reply.outcome() == Outcome.SHOWN || reply.outcome() == Outcome.USING
                ? with(reply, reply.blocks().size(), any -> true, turn)
                : reply;
    }

    /** Warns of what was granted and is not well. */
    Reply warning(Reply reply, Turn turn) {
        return reply.outcome() == Outcome.GRANTED ? with(reply, reply.blocks().size(), HealthState::bad, turn) : reply;
    }

    private Reply with(Reply reply, int at, Predicate<HealthState> which, Turn turn) {
        List<Environment> about = about(reply.facts()).stream()
                .flatMap(id -> turn.catalog().find(id).stream())
                .toList();
        if (!health.on() || about.isEmpty()) {
            return reply;
        }
        HealthNow now = health.now(turn.catalog(), turn.now());
        List<Block> said = new ArrayList<>();
        Facts facts = reply.facts();
        for (Environment environment : about) {
            now.tree(environment.id()).map(TreeWords::of).ifPresent(said::add);
            Optional<HealthState> state = now.of(environment).filter(which);
            if (state.isPresent()) {
                boolean told = state.get().health() == Health.PASSING && TreeWords.isShut(state.get(), now);
                if (!told) {
                    said.add(HealthWords.of(environment.id(), about.size() == 1, state.get(), now, turn.now()));
                }
                facts = facts.health().isPresent() ? facts : facts.health(HealthWords.item(state.get(), now));
            }
        }
        if (said.isEmpty()) {
            return reply;
        }
        List<Block> blocks = new ArrayList<>(reply.blocks());
        blocks.addAll(at, said);
        return new Reply(reply.command(), reply.outcome(), reply.audience(), blocks, facts);
    }

    /** What the answer is about: what was granted or recorded, else what its name meant. */
    private static Set<EnvironmentId> about(Facts facts) {
        Set<EnvironmentId> about = new LinkedHashSet<>();
        boolean one = facts.environment().isPresent();
        facts.environment().ifPresent(about::add);
        if (!one) {
            facts.lease().ifPresent(lease -> about.add(new EnvironmentId(lease.environment())));
            facts.leases().orElse(List.of()).forEach(lease -> about.add(new EnvironmentId(lease.environment())));
            facts.items().orElse(List.of()).forEach(item -> {
                if (item instanceof Map<?, ?> fields && fields.get("environment") instanceof String id) {
                    about.add(new EnvironmentId(id));
                }
            });
        }
        return about;
    }
}
