package dibs.bot.command;

import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Deployed;
import dibs.backend.health.Health;
import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthState;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How health is spoken of, the same everywhere. */
public final class HealthWords {
    private HealthWords() {}

    /** Such as {@code failing for 4 min, deployed 6 min ago, because taskcluster-auth is failing}; what was seen is left out. */
    static Line says(HealthState state, HealthNow all, Instant now) {
        Line line = Line.of("{} for {}", text(state.health().word()), length(since(state.since(), now)));
        Optional<Instant> deployed = state.deployedLately(now);
        if (deployed.isPresent()) {
            line = line.then(Line.of(", deployed {} ago", length(since(deployed.get(), now))));
        }
        Optional<EnvironmentId> cause = all.cause(state);
        if (cause.isPresent()) {
            line = line.then(Line.of(", because {} is {}", name(cause.get()), text(word(cause.get(), all))));
        }
        if (state.vpn() && state.health() == Health.UNREACHABLE) {
            line = line.then(Line.of(" from here, since it is behind a VPN: that says nothing of how it is"));
        }
        return state.flapping().isPresent() ? line.then(flapping(state)) : line;
    }

    private static Line flapping(HealthState state) {
        return Line.of(
                "; flapping: {} changes in {}, so I say so until it has been quiet for {}",
                text(Integer.toString(state.turns().size())),
                length(HealthState.WINDOW),
                length(HealthState.QUIET));
    }

    private static String word(EnvironmentId cause, HealthNow all) {
        return all.all().stream()
                .filter(state -> state.environment().equals(cause))
                .map(state -> state.health().word())
                .findFirst()
                .orElse("not well");
    }

    /** How long ago that was. */
    static Duration since(Instant then, Instant now) {
        return whole(Duration.between(then, now));
    }

    /** In its two largest units, and no shorter than a minute. */
    static Duration whole(Duration exact) {
        Duration length = exact.truncatedTo(exact.toDays() > 0 ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
        return length.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : length;
    }

    /**
     * The health of what was asked about, or of that part of it that is worst, with what was seen where it is not passing.
     *
     * @param alone whether nothing else was asked about
     */
    static Block of(EnvironmentId asked, boolean alone, HealthState state, HealthNow all, Instant now) {
        Line whose = alone && state.environment().equals(asked)
                ? Line.of("Its health: ")
                : Line.of("Health of {}: ", name(state.environment()));
        return Block.say(seen(whose.then(says(state, all, now)), state));
    }

    /** In a line that stays: {@code NAME: failing since …}; what was seen is left out. */
    public static Line brief(HealthState state, HealthNow all) {
        Line line = Line.of(
                "{}: {} since {}",
                name(state.environment()),
                text(state.health().word()),
                when(state.since()));
        Line why = all.cause(state)
                .map(cause -> line.then(Line.of(", because of {}", name(cause))))
                .orElse(line);
        return why.then(Line.of(state.flapping().isPresent() ? ", flapping." : "."));
    }

    /** With what was seen, where it is not passing. */
    static Line seen(Line line, HealthState state) {
        boolean worthIt = state.health().bad() && !state.sentence().isBlank();
        return worthIt ? line.then(Line.of(": {}.", quote(state.sentence()))) : line.then(Line.of("."));
    }

    /** The same as scripts see it. */
    static Map<String, Object> item(HealthState state, HealthNow all) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("environment", state.environment().value());
        item.put("health", state.health().word());
        item.put("since", state.since());
        item.put("works", state.works());
        item.put("probe", state.probe());
        item.put("seen", state.sentence());
        state.flapping().ifPresent(since -> item.put("flapping", since));
        state.deploy().ifPresent(deploy -> item.put("deployed", deployed(deploy.what(), deploy.at())));
        all.tree(state.environment()).ifPresent(tree -> item.put("tree", TreeWords.item(tree)));
        all.cause(state).ifPresent(cause -> item.put("because", cause.value()));
        return item;
    }

    static Map<String, Object> deployed(Deployed what, Optional<Instant> at) {
        Map<String, Object> item = new LinkedHashMap<>();
        what.version().ifPresent(version -> item.put("version", version));
        what.commit().ifPresent(commit -> item.put("commit", commit));
        at.ifPresent(then -> item.put("at", then));
        return item;
    }
}
