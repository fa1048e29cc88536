package dibs.backend.environment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The release slots: one for every version of every product that a set knows, such as {@code firefox-145.0b3}. None is
 * listed; each is made when it is named.
 */
final class ReleaseSlots {
    private static final Pattern FORM = Pattern.compile(
            "([a-z][a-z0-9-]{0,39}?)" + "-(\\d{1,3}(?:\\.\\d{1,3}){1,3}(?:[ab]\\d{1,3}|esr)?(?:-build\\d{1,2})?)");
    /** The words of a version: {@code 145.0b3 build1}. */
    private static final int VERSION_WORDS = 2;

    private final Map<String, Environment> sets = new HashMap<>();
    private final Environment.Guidance guidance;
    private final int words;

    /** @param guidance of every slot */
    ReleaseSlots(Collection<Environment> environments, Environment.Guidance guidance) {
        this.guidance = guidance;
        environments.stream()
                .sorted(Comparator.comparing(set -> set.retired().isPresent()))
                .forEach(set -> set.releases().stream()
                        .flatMap(releases -> releases.products().keySet().stream())
                        .forEach(product -> sets.putIfAbsent(product, set)));
        this.words = sets.keySet().stream()
                .mapToInt(product -> product.split("-").length + VERSION_WORDS)
                .max()
                .orElse(0);
    }

    /** The slot of that name, in the form in which names are compared. */
    Optional<Environment> find(String key) {
        Matcher form = FORM.matcher(key);
        return form.matches()
                ? Optional.ofNullable(sets.get(form.group(1))).map(set -> slot(key, form.group(1), form.group(2), set))
                : Optional.empty();
    }

    /** The number of words of the longest name of a slot. */
    int longest() {
        return words;
    }

    private Environment slot(String key, String product, String version, Environment set) {
        return new Environment(
                new EnvironmentId(key),
                Kind.RELEASE_SLOT,
                title(product) + " " + version + " staging release slot",
                Mode.EXCLUSIVE,
                Optional.of(Tier.STAGING),
                new Environment.Belongs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(product)),
                new Environment.Naming(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of()),
                new Environment.Levels(List.of(), List.of(), Optional.empty()),
                set.contact(),
                List.of(new UnitName(key)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                set.retired(),
                guidance,
                set.sources(),
                Optional.empty());
    }

    /** A product called by its repository keeps that spelling. */
    private static String title(String product) {
        return product.contains("-")
                ? product
                : product.substring(0, 1).toUpperCase(Locale.ROOT) + product.substring(1);
    }
}
