package dibs.backend.policy.cases;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names of the catalog in a sentence: ids and declared aliases, written as they are. A plain word such as
 * "staging" is no name there, even where the catalog has it as one: a name has a hyphen, a digit, {@code @} or a colon, or
 * is a tree's id. The name of a service stands for all of its environments.
 */
final class CatalogMentions {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}@.:_-]*");
    private static final Pattern CODE = Pattern.compile(".*[-@:\\p{N}].*");

    private final Map<String, Set<EnvironmentId>> names = new HashMap<>();

    CatalogMentions(Catalog catalog) {
        for (Environment environment : catalog.environments()) {
            String id = environment.id().value();
            if (environment.kind() == Kind.TREE || isCode(id)) {
                add(id, environment.id());
            }
            environment
                    .belongs()
                    .service()
                    .filter(service -> environment.kind() == Kind.SERVICE && isCode(service))
                    .ifPresent(service -> add(service, environment.id()));
            environment.naming().aliases().stream()
                    .filter(CatalogMentions::isCode)
                    .forEach(alias -> add(alias, environment.id()));
        }
    }

    private static boolean isCode(String word) {
        return CODE.matcher(word).matches();
    }

    private void add(String name, EnvironmentId id) {
        names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>())
                .add(id);
    }

    /** The names in the sentence, each with what it may mean, in its order. */
    Map<String, Set<EnvironmentId>> in(String sentence) {
        Map<String, Set<EnvironmentId>> found = new LinkedHashMap<>();
        Matcher tokens = TOKEN.matcher(sentence);
        while (tokens.find()) {
            String token = tokens.group().replaceFirst("[.:_-]+$", "").toLowerCase(Locale.ROOT);
            Set<EnvironmentId> meant = names.get(token);
            if (meant != null) {
                found.put(token, meant);
            }
        }
        return found;
    }
}
