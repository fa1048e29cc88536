package dibs.bot.command;

import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Environment.BranchLevel;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Limits;
import dibs.backend.environment.Mode;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that the catalog says of an environment, a line each. */
final class EnvironmentFacts {
    private final List<Line> lines = new ArrayList<>();

    private EnvironmentFacts() {}

    static List<Line> of(Environment environment, Catalog catalog) {
        EnvironmentFacts facts = new EnvironmentFacts();
        facts.state(environment);
        facts.belonging(environment, catalog);
        facts.names(environment);
        facts.levels(environment);
        facts.lines.addAll(EdgeWords.of(environment, catalog));
        facts.people(environment);
        facts.rest(environment);
        return facts.lines;
    }

    private void state(Environment environment) {
        environment.retired().ifPresent(retired -> {
            Line line = Line.of("retired since {}", text(retired.since().toString()));
            lines.add(
                    retired.use().isEmpty()
                            ? line
                            : line.then(Line.of("; now ")).then(ids(retired.use())));
        });
        add("tier", environment.tier().map(tier -> tier.name().toLowerCase(Locale.ROOT)));
        Limits limits = environment.guidance().limits();
        switch (environment.mode()) {
            case EXCLUSIVE ->
                lines.add(
                        limits.usual().isPresent()
                                ? Line.of(
                                        "one holder at a time, usually for {}, at most {}",
                                        length(limits.usual().get()),
                                        length(limits.maximum()))
                                : Line.of(
                                        "one holder at a time, usually to the end of the working day, at most {}",
                                        length(limits.maximum())));
            case SHARED -> lines.add(Line.of("shared by several people at once"));
            case NONE -> {}
        }
        if (environment.mode() == Mode.EXCLUSIVE) {
            lines.addAll(AttentionWords.of(environment.guidance().attention()));
        }
        environment
                .strictness()
                .ifPresent(strictness -> lines.add(Line.of(
                        "{} for: {}",
                        text(strictness.name().toLowerCase(Locale.ROOT)),
                        text(environment.purpose().orElse("testing the service itself")))));
        if (environment.strictness().isEmpty()) {
            add("for", environment.purpose());
        }
    }

    private void belonging(Environment environment, Catalog catalog) {
        catalog.setOf(environment.id()).ifPresent(set -> lines.add(Line.of("claimed as a part of {}", name(set.id()))));
        addIds("worker pools", environment.members());
        addIds("sets", environment.parts());
        catalog.environments().stream()
                .filter(umbrella -> umbrella.parts().contains(environment.id()))
                .forEach(umbrella -> lines.add(Line.of("also held by whoever holds {}", name(umbrella.id()))));
        add("service", environment.belongs().service());
        add("script", environment.belongs().script());
        add("trust domain", environment.belongs().trustDomain());
        add("product", environment.belongs().product());
        addIds("use instead", environment.use());
    }

    private void names(Environment environment) {
        Environment.Naming naming = environment.naming();
        add("branch", naming.branch());
        add("image", naming.image());
        add("worker type", naming.workerType());
        if (!naming.aliases().isEmpty()) {
            add("also called", Optional.of(String.join(", ", naming.aliases())));
        }
        if (!naming.formerIds().isEmpty()) {
            addIds("was called", naming.formerIds());
        }
        naming.urls().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(url -> lines.add(Line.of(
                        "{}", new Inline.Link(url.getKey().replace('_', ' ') + ":", url.getValue()))));
        naming.formerUrls().forEach(url -> lines.add(Line.of("{}", new Inline.Link("former address:", url))));
    }

    private void levels(Environment environment) {
        add("SCM level", branches(environment.levels().scm()));
        add("release level", branches(environment.levels().release()));
        add("pool level", environment.levels().pool());
    }

    private static Optional<String> branches(List<BranchLevel> levels) {
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(levels.stream()
                .map(level -> level.branch().equals("*") ? level.level() : level.branch() + " " + level.level())
                .collect(Collectors.joining(", ")));
    }

    private void people(Environment environment) {
        add("owner", environment.contact().owner());
        if (!environment.contact().channels().isEmpty()) {
            add("channels", Optional.of(String.join(", ", environment.contact().channels())));
        }
        environment
                .contact()
                .links()
                .forEach(link -> lines.add(Line.of("{}", new Inline.Link(link.label() + ":", link.url()))));
    }

    private void rest(Environment environment) {
        if (!environment.labels().isEmpty()) {
            add("labels", Optional.of(String.join(", ", environment.labels())));
        }
        environment.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> add(fact.getKey().replace('_', ' '), Optional.of(fact.getValue())));
        add("note", environment.note());
        if (!environment.sources().isEmpty()) {
            add(
                    "source",
                    Optional.of(environment.sources().stream()
                            .map(EnvironmentFacts::source)
                            .collect(Collectors.joining("; "))));
        }
    }

    private static String source(Environment.Source source) {
        String commit = source.commit()
                .map(hash -> " at " + hash.substring(0, Math.min(8, hash.length())))
                .orElse("");
        String date = source.date().map(day -> " (" + day + ")").orElse("");
        return source.repository().orElse(source.key()) + commit + date;
    }

    private void add(String label, Optional<String> value) {
        value.ifPresent(it -> lines.add(Line.of(label + ": {}", text(it))));
    }

    private void addIds(String label, List<EnvironmentId> ids) {
        if (!ids.isEmpty()) {
            lines.add(Line.of(label + ": ").then(ids(ids)));
        }
    }

    private static Line ids(List<EnvironmentId> ids) {
        return Line.list(ids.stream().map(Inline::name).toList());
    }
}
