package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.Untidied;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How what is left to tidy is spoken of, the same everywhere. */
final class TidyWords {
    private TidyWords() {}

    /** What one lease left: the environment itself where all of it, else its units. */
    private record Rest(Line names, boolean one, boolean whole, PersonRef holder, Instant since) {}

    private static List<Rest> rests(Environment environment, List<Untidied> left) {
        Map<LeaseId, List<Untidied>> byLease =
                left.stream().collect(Collectors.groupingBy(Untidied::lease, LinkedHashMap::new, Collectors.toList()));
        List<Rest> rests = new ArrayList<>();
        for (List<Untidied> parts : byLease.values()) {
            List<UnitName> units = parts.stream().map(Untidied::unit).toList();
            boolean whole = units.equals(environment.units());
            List<Inline> names = whole
                    ? List.of(name(environment.id()))
                    : units.stream().map(unit -> name(unit.value())).toList();
            Untidied any = parts.getFirst();
            rests.add(new Rest(Line.list(names), names.size() == 1, whole, any.holder(), any.since()));
        }
        return rests;
    }

    /** What somebody who gets it now has to know. */
    static List<Line> before(Environment environment, List<Untidied> left, Instant now) {
        return rests(environment, left).stream()
                .map(rest -> {
                    Line free = rest.since().isBefore(now)
                            ? rest.names()
                                    .then(Line.of(
                                            " " + (rest.one() ? "was" : "were")
                                                    + " free since {}, not confirmed as tidied",
                                            when(rest.since())))
                            : rest.names()
                                    .then(Line.of(" " + (rest.one() ? "is" : "are") + " not confirmed as tidied"));
                    return free.then(Line.of(": what {} had there is probably still live.", who(rest.holder())));
                })
                .toList();
    }

    /** That it is free, and what of it is not tidied. */
    static List<Line> free(Environment environment, List<Untidied> left) {
        List<Rest> rests = rests(environment, left);
        List<Line> lines = new ArrayList<>();
        if (rests.size() != 1 || !rests.getFirst().whole()) {
            lines.add(Line.of("{} is free.", name(environment.id())));
        }
        for (Rest rest : rests) {
            lines.add(rest.names()
                    .then(Line.of(
                            " " + (rest.one() ? "is" : "are")
                                    + " free since {}, not tidied: what {} had there is probably still live, and"
                                    + " nobody confirmed that it is not.",
                            when(rest.since()),
                            who(rest.holder()))));
        }
        return lines;
    }

    /** What of something that is held, or in part, is not tidied. */
    static List<Line> held(Environment environment, List<Untidied> left) {
        return rests(environment, left).stream()
                .map(rest -> Line.of(
                                "Not confirmed as tidied, after {} until {}: ", who(rest.holder()), when(rest.since()))
                        .then(rest.names())
                        .then(Line.of(".")))
                .toList();
    }

    /** What is free and not tidied: what a lease was on where it left all of that so, else the units. */
    static Set<EnvironmentId> names(Collection<Untidied> left, Catalog catalog) {
        Map<EnvironmentId, Set<UnitName>> byEnvironment = new LinkedHashMap<>();
        left.forEach(part -> byEnvironment
                .computeIfAbsent(part.environment(), id -> new LinkedHashSet<>())
                .add(part.unit()));
        Set<EnvironmentId> names = new LinkedHashSet<>();
        byEnvironment.forEach((id, units) -> {
            if (catalog.find(id).filter(it -> units.containsAll(it.units())).isPresent()) {
                names.add(id);
            } else {
                units.forEach(unit -> names.add(new EnvironmentId(unit.value())));
            }
        });
        return names;
    }

    /** That those are free and not tidied. */
    static Line list(Collection<EnvironmentId> names) {
        return Line.of("Free, not tidied: ")
                .then(Line.list(names.stream().map(Inline::name).toList()))
                .then(Line.of("."));
    }

    /** The checklist as questions, and what to type once the answers are yes. */
    static List<Block> checklist(List<String> checklist, List<EnvironmentId> environments) {
        String names =
                String.join(",", environments.stream().map(EnvironmentId::value).toList());
        return List.of(
                Block.bullets(checklist.stream()
                        .map(question -> Line.of("{}", text(question)))
                        .toList()),
                Block.say(
                        environments.size() == 1
                                ? "{} confirms that it is tidied."
                                : "{} confirms that all of them are tidied.",
                        code("tidied " + names)));
    }
}
