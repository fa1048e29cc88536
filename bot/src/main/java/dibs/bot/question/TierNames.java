package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service or a store with its tier beside it, such as "production Balrog" or "the staging instance of Lando". */
final class TierNames implements NamePattern {
    static final Map<String, Tier> TIERS = Map.ofEntries(
            Map.entry("production", Tier.PRODUCTION),
            Map.entry("prod", Tier.PRODUCTION),
            Map.entry("live", Tier.PRODUCTION),
            Map.entry("staging", Tier.STAGING),
            Map.entry("stage", Tier.STAGING),
            Map.entry("dev", Tier.DEV),
            Map.entry("development", Tier.DEV),
            Map.entry("dep", Tier.DEPEND),
            Map.entry("depend", Tier.DEPEND));
    private static final Set<String> INSTANCES =
            Set.of("instance", "environment", "version", "deployment", "server", "service", "side", "copy");

    private static final Set<String> OF = Set.of("of", "for");

    private final Catalog catalog;
    private final CatalogNames names;

    TierNames(Catalog catalog, CatalogNames names) {
        this.catalog = catalog;
        this.names = names;
    }

    @Override
    public Optional<Named.Span> at(List<Word> words, int from) {
        Tier tier = TIERS.get(words.get(from).key());
        if (tier != null) {
            return words.get(from).ends() ? Optional.empty() : behind(words, from, tier);
        }
        return glued(words.get(from)).or(() -> before(words, from));
    }

    /** The tier first. */
    private Optional<Named.Span> behind(List<Word> words, int from, Tier tier) {
        int at = from + 1;
        if (at + 1 < words.size()
                && words.get(at).is(INSTANCES)
                && words.get(at + 1).is(OF)) {
            at += 2;
            at += at < words.size() && words.get(at).is(PlainWords.ARTICLES) ? 1 : 0;
        }
        int start = at;
        if (start >= words.size()) {
            return Optional.empty();
        }
        return names.at(words, start)
                .flatMap(span -> of(span.named(), tier)
                        .or(() -> together(words.get(from), words.subList(start, start + span.length())))
                        .or(() -> together(words.get(from), span.named()))
                        .map(named -> new Named.Span(start - from + span.length(), named)));
    }

    /** What the catalog calls by the two together, such as a staging store. */
    private Optional<Named> together(Word tier, List<Word> name) {
        String said = tier.said() + " "
                + String.join(" ", name.stream().map(Word::said).toList());
        return Optional.of(names.resolve(said)).filter(Named::known);
    }

    private Optional<Named> together(Word tier, Named named) {
        return named.environment()
                .map(it -> names.resolve(tier.said() + " " + it.id()))
                .filter(Named::known);
    }

    /** The tier last. */
    private Optional<Named.Span> before(List<Word> words, int from) {
        return names.at(words, from).flatMap(span -> {
            int at = from + span.length();
            boolean joined = at < words.size() && !words.get(at - 1).ends();
            Tier tier = joined ? TIERS.get(words.get(at).key()) : null;
            return tier == null
                    ? Optional.empty()
                    : of(span.named(), tier)
                            .or(() -> together(words.get(at), span.named()))
                            .map(named -> new Named.Span(span.length() + 1, named));
        });
    }

    /** The two in one word, with a point or a hyphen between them. */
    private Optional<Named.Span> glued(Word word) {
        int at = Math.max(word.key().lastIndexOf('.'), word.key().lastIndexOf('-'));
        if (at < 1) {
            return Optional.empty();
        }
        Tier tier = TIERS.get(word.key().substring(at + 1));
        if (tier == null || names.resolve(word.said()).known()) {
            return Optional.empty();
        }
        return of(names.resolve(word.said().substring(0, at)), tier).map(named -> new Named.Span(1, named));
    }

    /** The service's environment of that tier; the environment itself where it is of that tier already. */
    private Optional<Named> of(Named named, Tier tier) {
        if (named.environment()
                .filter(it -> it.tier().equals(Optional.of(tier)))
                .isPresent()) {
            return Optional.of(named);
        }
        if (named.service().isEmpty()) {
            return Optional.empty();
        }
        List<Environment> all = catalog.environments().stream()
                .filter(it -> it.kind() == Kind.SERVICE && it.retired().isEmpty())
                .filter(it -> it.belongs().service().equals(named.service()))
                .filter(it -> it.tier().equals(Optional.of(tier)))
                .toList();
        return all.size() == 1
                ? Optional.of(Named.one(all.getFirst(), all.getFirst().id().value()))
                : Optional.empty();
    }
}
