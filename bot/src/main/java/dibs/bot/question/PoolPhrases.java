package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Tier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Worker pools by what they do: "the addon dep pool", "Thunderbird's dep signing pool", "the signing dev pools". */
final class PoolPhrases implements NamePattern {
    private static final int LONGEST = 6;
    private static final Set<String> POOLS =
            Set.of("pool", "pools", "worker", "workers", "scriptworker", "scriptworkers");

    private final Catalog catalog;
    private final Products products;
    private final Set<String> scripts = new HashSet<>();

    PoolPhrases(Catalog catalog, Products products) {
        this.catalog = catalog;
        this.products = products;
        catalog.environments().forEach(it -> it.belongs().script().ifPresent(scripts::add));
    }

    @Override
    public Optional<Named.Span> at(List<Word> words, int from) {
        int reach = NamePattern.reach(words, from, LONGEST);
        for (int to = from + 1; to <= reach; to++) {
            if (words.get(to - 1).is(POOLS)) {
                int end = to < reach && words.get(to).is(POOLS) ? to + 1 : to;
                return described(words.subList(from, to - 1)).map(named -> new Named.Span(end - from, named));
            }
        }
        return Optional.empty();
    }

    private Optional<Named> described(List<Word> words) {
        Map<String, String> said = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            String key = words.get(at).key();
            Optional<Products.Span> product = products.at(words, at);
            Tier tier = TierNames.TIERS.get(key);
            String what = tier != null ? "tier" : script(key).isPresent() ? "script" : "product";
            Optional<String> value =
                    tier != null ? Optional.of(tier.name()) : script(key).or(() -> product.map(Products.Span::product));
            if (value.isEmpty() || said.put(what, value.get()) != null) {
                return Optional.empty();
            }
            at += what.equals("product") ? product.orElseThrow().length() - 1 : 0;
        }
        return said.containsKey("tier") && said.containsKey("script") ? pool(said) : Optional.empty();
    }

    private Optional<String> script(String word) {
        String bare = word.endsWith("script") ? word.substring(0, word.length() - "script".length()) : word;
        return scripts.contains(word)
                ? Optional.of(word)
                : Optional.of(bare).filter(it -> !it.isEmpty() && scripts.contains(it));
    }

    /** The one pool of that description, or the set that leases all of its dev pools. */
    private Optional<Named> pool(Map<String, String> said) {
        Optional<String> script = Optional.ofNullable(said.get("script"));
        Optional<Tier> tier = Optional.ofNullable(said.get("tier")).map(Tier::valueOf);
        List<Environment> all = catalog.environments().stream()
                .filter(it -> it.retired().isEmpty()
                        && it.belongs().script().equals(script)
                        && it.tier().equals(tier))
                .filter(it ->
                        !said.containsKey("product") || it.belongs().product().equals(Optional.of(said.get("product"))))
                .toList();
        Optional<Environment> set =
                all.stream().filter(it -> it.kind() == Kind.DEV_SET).findFirst();
        List<Environment> pools =
                all.stream().filter(it -> it.kind() == Kind.WORKER_POOL).toList();
        Optional<Environment> one = pools.size() == 1 ? Optional.of(pools.getFirst()) : Optional.empty();
        return set.or(() -> one).map(it -> Named.one(it, it.id().value()));
    }
}
