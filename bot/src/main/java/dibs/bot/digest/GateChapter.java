package dibs.bot.digest;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.gate.Gate;
import dibs.backend.gate.GateService;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people shut, and maintenance that begins today. */
public record GateChapter(GateService gates) implements Chapter {
    @Override
    public String title() {
        return "Not open";
    }

    @Override
    public List<Item> items(Today today) {
        return gates.all(today.now()).stream()
                .flatMap(gate -> item(gate, today).stream())
                .toList();
    }

    private static Optional<Item> item(Gate gate, Today today) {
        if (gate.shut(today.now())) {
            Line line = gate.opens(today.now())
                    .map(end -> Line.of("{}: {} until {}", name(gate.environment()), text(shown(gate)), when(end)))
                    .orElseGet(() -> Line.of("{}: {}", name(gate.environment()), text(shown(gate))));
            return Optional.of(item(gate, line, gate.since()));
        }
        return gate.next(today.now())
                .filter(span -> today.holds(span.from()))
                .map(span -> item(
                        gate,
                        Line.of(
                                "{}: {} from {} until {}",
                                name(gate.environment()),
                                text(state(gate)),
                                when(span.from()),
                                when(span.until())),
                        span.from()));
    }

    private static Item item(Gate gate, Line line, Instant since) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("gate", state(gate));
        fields.put("since", since);
        Inline why = new Inline.Purpose(gate.reason(), Set.of(gate.by().id()));
        return new Item(gate.environment(), line.then(Line.of("{}.", why)), line.then(Line.of(".")), fields);
    }

    private static String shown(Gate gate) {
        return switch (gate.state()) {
            case APPROVAL -> "only with an approval";
            case MAINTENANCE -> "in maintenance";
            case OPEN, CLOSED -> state(gate);
        };
    }

    private static String state(Gate gate) {
        return gate.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
