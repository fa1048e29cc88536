package dibs.bot.question;

import dibs.backend.environment.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The products of the catalog by the words for them, such as "Mozilla VPN client". */
final class Products {
    private static final int LONGEST = 4;

    private final Map<String, String> byName = new HashMap<>();

    Products(Catalog catalog) {
        catalog.environments().forEach(environment -> {
            environment.releases().stream()
                    .flatMap(releases -> releases.products().keySet().stream())
                    .forEach(this::add);
            environment.belongs().product().ifPresent(this::add);
        });
    }

    private void add(String product) {
        byName.putIfAbsent(product.replace("-", ""), product);
    }

    /** The product whose name begins there, by its longest name. */
    Optional<Span> at(List<Word> words, int from) {
        for (int to = NamePattern.reach(words, from, LONGEST); to > from; to--) {
            String joined = words.subList(from, to).stream()
                    .map(word -> word.key().replace("-", ""))
                    .collect(Collectors.joining());
            String product = byName.get(joined);
            if (product != null) {
                return Optional.of(new Span(to - from, product));
            }
        }
        return Optional.empty();
    }

    /** A product and how many words it takes. */
    record Span(int length, String product) {}
}
