package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that the catalog has, as it resolves them; a plural is the name too. */
final class CatalogNames implements NamePattern {
    private static final int LONGEST = 8;

    private final Names names;

    CatalogNames(Catalog catalog) {
        this.names = catalog.names();
    }

    @Override
    public Optional<Named.Span> at(List<Word> words, int from) {
        List<String> said = new ArrayList<>();
        for (Word word : words.subList(from, NamePattern.reach(words, from, LONGEST))) {
            if (word.is(Word.ARROW)) {
                break;
            }
            said.add(word.said());
        }
        for (int count = said.size(); count > 0; count--) {
            List<String> run = said.subList(0, count);
            if (names.longestKnown(run, Sense.THING) == count) {
                return Optional.of(new Named.Span(count, resolve(String.join(" ", run))));
            }
            Optional<Named> singular = singular(run);
            if (singular.isPresent()) {
                int length = count;
                return singular.map(named -> new Named.Span(length, named));
            }
        }
        return Optional.empty();
    }

    private Optional<Named> singular(List<String> run) {
        String last = run.getLast();
        if (last.length() < 5 || !last.endsWith("s")) {
            return Optional.empty();
        }
        List<String> one = new ArrayList<>(run.subList(0, run.size() - 1));
        one.add(last.substring(0, last.length() - 1));
        return names.longestKnown(one, Sense.THING) == one.size()
                ? Optional.of(resolve(String.join(" ", one)))
                : Optional.empty();
    }

    /** What the text means. */
    Named resolve(String text) {
        return switch (names.resolve(text, Sense.THING)) {
            case Resolution.Found found -> {
                Optional<String> service = found.how() == Resolution.How.SERVICE
                        ? found.environment().belongs().service()
                        : Optional.empty();
                yield new Named(spelled(text, found), Optional.of(found.environment()), service, true);
            }
            case Resolution.Several several -> Named.several(several.said(), service(several));
            case Resolution.Unknown unknown -> Named.unknown(unknown.said());
        };
    }

    private static Optional<String> service(Resolution.Several several) {
        Set<Optional<String>> services = several.environments().stream()
                .filter(environment -> environment.kind() != Kind.TREE)
                .map(environment -> environment.belongs().service())
                .collect(Collectors.toSet());
        return services.size() == 1 ? services.iterator().next() : Optional.empty();
    }

    /** The ids that are nearest to what is no known name. */
    List<String> nearest(String text) {
        return names.resolve(text, Sense.THING) instanceof Resolution.Unknown unknown
                ? unknown.nearest().stream().map(Object::toString).toList()
                : List.of();
    }

    /** The id where it means the same again, which another meaning may prevent; else what was typed. */
    private String spelled(String text, Resolution.Found found) {
        Environment environment = found.environment();
        String mark = environment.kind() == Kind.SET || environment.kind() == Kind.ROLE ? ":" : "@";
        String id =
                environment.id() + found.branch().map(branch -> mark + branch).orElse("");
        boolean same = names.resolve(id, Sense.THING) instanceof Resolution.Found again
                && again.environment().id().equals(environment.id())
                && again.branch().equals(found.branch());
        return same ? id : text.strip();
    }
}
