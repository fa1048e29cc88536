package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.connection.Troubles;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.health.DeployChange;
import dibs.backend.health.Deployed;
import dibs.backend.health.Health;
import dibs.backend.health.HealthChange;
import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthService;
import dibs.backend.health.HealthState;
import dibs.backend.health.ProbeState;
import dibs.backend.health.Uptime;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers {@code health}. */
final class HealthHandler {
    private static final String HEALTH = Verb.HEALTH.word();
    private static final String DIBS = "dibs";
    private static final int MOST_BAD = 25;
    private static final int MOST_NAMES = 60;
    private static final int MOST_CHANGES = 10;

    private final HealthService health;
    private final DibsHealth dibs;
    private final Gates gates;

    HealthHandler(HealthService health, Troubles troubles, Gates gates) {
        this.health = health;
        this.dibs = new DibsHealth(troubles);
        this.gates = gates;
    }

    Reply handle(Command.HealthOf command, Turn turn) {
        if (command.name().filter(name -> name.equalsIgnoreCase(DIBS)).isPresent()) {
            return dibs.reply();
        }
        return command.name()
                .map(typed -> Lookup.of(typed, Sense.THING, Verb.HEALTH, turn)
                        .then(environment -> gates.beside(one(environment, turn), environment, turn)))
                .orElseGet(() -> all(turn).before(gates.overview(turn)));
    }

    private static Block off() {
        return Block.say(
                "Probes are off, so I look at nothing and know nothing of health. Whoever runs me switches them on"
                        + " with {}.",
                code("DIBS_PROBES=on"));
    }

    private Reply all(Turn turn) {
        if (!health.on()) {
            return Reply.toAsker(HEALTH, Outcome.LISTED, Facts.NONE.listing(List.of()), off());
        }
        HealthNow now = health.now(turn.catalog(), turn.now());
        List<HealthState> all = now.all();
        List<Block> blocks = new ArrayList<>(bad(now, turn.now()));
        TreeWords.shut(now).ifPresent(blocks::add);
        names(
                        "Out of reach from here, behind a VPN: ",
                        all,
                        state -> state.health().bad() && !state.bad())
                .ifPresent(blocks::add);
        names("Passing: ", all, state -> state.health() == Health.PASSING && !TreeWords.isShut(state, now))
                .ifPresent(blocks::add);
        names("Unknown, since nobody has looked lately: ", all, state -> state.health() == Health.UNKNOWN)
                .ifPresent(blocks::add);
        if (all.isEmpty()) {
            blocks.add(Block.say("Probes are on, and have seen nothing yet."));
        }
        List<Map<String, Object>> items =
                all.stream().map(state -> HealthWords.item(state, now)).toList();
        return Reply.toAsker(HEALTH, Outcome.LISTED, Facts.NONE.listing(items), blocks);
    }

    /** What is not well, each cause with its symptoms behind it. */
    private static List<Block> bad(HealthNow now, Instant at) {
        List<HealthState> bad = now.bad();
        if (bad.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (HealthState state : bad.subList(0, Math.min(MOST_BAD, bad.size()))) {
            Line line = Line.of("{}: ", name(state.environment())).then(HealthWords.says(state, now, at));
            lines.add(now.cause(state).isPresent() ? line.then(Line.of(".")) : HealthWords.seen(line, state));
        }
        if (bad.size() > MOST_BAD) {
            lines.add(
                    Line.of("and {} more: {} tells of one.", text("" + (bad.size() - MOST_BAD)), code("health NAME")));
        }
        return List.of(Block.say("Not well:"), Block.bullets(lines));
    }

    private static Optional<Block> names(
            String heading, List<HealthState> all, java.util.function.Predicate<HealthState> which) {
        List<Inline> names = all.stream()
                .filter(which)
                .map(state -> name(state.environment()))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.say(Line.of(heading)
                        .then(ImpactWords.cut(names, MOST_NAMES))
                        .then(Line.of("."))));
    }

    private Reply one(Environment environment, Turn turn) {
        Facts facts = Facts.NONE.about(environment.id());
        if (!health.on()) {
            return Reply.toAsker(HEALTH, Outcome.SHOWN, facts, off());
        }
        HealthNow now = health.now(turn.catalog(), turn.now());
        Optional<HealthState> found = now.of(environment);
        if (found.isEmpty()) {
            return Reply.toAsker(
                    HEALTH,
                    Outcome.SHOWN,
                    facts,
                    Block.say("No probe looks at {}, so I know nothing of its health.", name(environment.id())));
        }
        HealthState state = found.get();
        List<Block> blocks = new ArrayList<>();
        now.tree(state.environment()).map(TreeWords::of).ifPresent(blocks::add);
        blocks.add(Block.say(HealthWords.seen(
                Line.of("{}: ", name(state.environment())).then(HealthWords.says(state, now, turn.now())), state)));
        parts(environment, now).ifPresent(blocks::add);
        symptoms(state, now).ifPresent(blocks::add);
        HealthService.Details details = health.details(state.environment(), turn.now());
        blocks.add(Block.bullets(lines(state, details, turn.now())));
        Map<String, Object> item = HealthWords.item(state, now);
        item.put("probes", details.probes().stream().map(HealthHandler::item).toList());
        item.put("uptime", uptimes(details.uptimes()));
        return Reply.toAsker(HEALTH, Outcome.SHOWN, facts.health(item), blocks);
    }

    /** The health of what stands for others is that of the worst of them. */
    private static Optional<Block> parts(Environment environment, HealthNow now) {
        List<HealthState> parts = now.parts(environment);
        if (parts.size() < 2) {
            return Optional.empty();
        }
        Line line = Line.of("That is the worst of what {} stands for: ", name(environment.id()));
        for (int i = 0; i < parts.size(); i++) {
            line = line.then(Line.of(
                    i == 0 ? "{} {}" : ", {} {}",
                    name(parts.get(i).environment()),
                    text(parts.get(i).health().word())));
        }
        return Optional.of(Block.say(line.then(Line.of("."))));
    }

    private static Optional<Block> symptoms(HealthState state, HealthNow now) {
        List<EnvironmentId> symptoms = now.symptoms(state.environment());
        return symptoms.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.say(Line.of("Not well because of it: ")
                        .then(ImpactWords.cut(
                                symptoms.stream().map(Inline::name).toList(), MOST_NAMES))
                        .then(Line.of("; {} tells what else uses it.", code("impact " + state.environment())))));
    }

    private static List<Line> lines(HealthState state, HealthService.Details details, Instant now) {
        List<Line> lines = new ArrayList<>();
        details.probes().forEach(probe -> lines.add(probe(probe, now)));
        state.deploy().ifPresent(deploy -> lines.add(runs(deploy.what(), deploy.at())));
        details.deploys().stream()
                .skip(1)
                .limit(MOST_CHANGES)
                .forEach(deploy -> lines.add(Line.of("before, {}: {}", when(deploy.at()), text(words(deploy)))));
        List<HealthChange> changes = details.changes();
        changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size())
                .forEach(change -> lines.add(Line.of(
                        "{}: became {}", when(change.at()), text(change.health().word()))));
        worked(details.uptimes()).ifPresent(lines::add);
        return lines;
    }

    /** Of each time that it was watched for; of the time that it was watched, where that is shorter. */
    private static Optional<Line> worked(List<Uptime> uptimes) {
        Line line = Line.of("worked");
        for (int i = 0; i < uptimes.size(); i++) {
            Uptime uptime = uptimes.get(i);
            Optional<Integer> hundredths = uptime.hundredths();
            if (hundredths.isEmpty()) {
                return Optional.empty();
            }
            line = line.then(Line.of((i == 0 ? " " : ", ") + "{} of ", text(percent(hundredths.get()))));
            if (uptime.known().multipliedBy(10).compareTo(uptime.of().multipliedBy(9)) < 0) {
                return Optional.of(
                        line.then(Line.of("the {} that I have watched it", length(HealthWords.whole(uptime.known())))));
            }
            line = line.then(Line.of("{}", text(days(uptime))));
        }
        return Optional.of(line);
    }

    private static Line probe(ProbeState probe, Instant now) {
        return Line.of(
                "{}: {}, seen {} ago: {}",
                text(probe.probe()),
                text(probe.held() == Health.UNKNOWN ? "unknown" : probe.sign().word()),
                length(HealthWords.since(probe.seenAt(), now)),
                quote(probe.sentence()));
    }

    private static Line runs(Deployed what, Optional<Instant> at) {
        Line line = Line.of("runs {}", text(words(what)));
        return at.map(then -> line.then(Line.of(", deployed {}", when(then)))).orElse(line);
    }

    private static String words(DeployChange deploy) {
        return words(deploy.what());
    }

    private static String words(Deployed what) {
        String version = what.version().orElse("");
        String commit = what.commit()
                .map(hash -> hash.substring(0, Math.min(12, hash.length())))
                .orElse("");
        return version.isEmpty() || commit.isEmpty() ? version + commit : version + " (" + commit + ")";
    }

    private static String percent(int hundredths) {
        return String.format(Locale.ROOT, "%d.%02d %%", hundredths / 100, hundredths % 100);
    }

    private static String days(Uptime uptime) {
        long days = uptime.of().toDays();
        return days == 1 ? "1 day" : days + " days";
    }

    private static Map<String, Object> item(ProbeState probe) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("probe", probe.probe());
        item.put("health", probe.held().word());
        item.put("since", probe.since());
        item.put("sign", probe.sign().word());
        item.put("at", probe.seenAt());
        item.put("millis", probe.took().toMillis());
        item.put("seen", probe.sentence());
        item.put("lately", probe.lately());
        probe.tree().ifPresent(tree -> item.put("tree", tree.state().word()));
        return item;
    }

    private static Map<String, Object> uptimes(List<Uptime> uptimes) {
        Map<String, Object> item = new LinkedHashMap<>();
        uptimes.forEach(uptime ->
                uptime.hundredths().ifPresent(it -> item.put(uptime.of().toDays() + "d", it / 100.0)));
        return item;
    }
}
