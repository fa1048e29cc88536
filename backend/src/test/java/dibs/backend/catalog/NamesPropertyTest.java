package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamesPropertyTest {
    private static final Catalog CATALOG = Catalogs.builtin();

    @Property(tries = 300)
    void noTextMakesNamesThrowOrInventAnything(@ForAll String text, @ForAll Sense sense) {
        check(CATALOG.names().resolve(text, sense));
    }

    @Property(tries = 300)
    void nothingThatLooksLikeANameOrAnAddressDoesEither(@ForAll("almostNames") String text, @ForAll Sense sense) {
        check(CATALOG.names().resolve(text, sense));
        assertThat(CATALOG.names().longestKnown(List.of(text.split(" ")), sense))
                .isNotNegative();
    }

    @Property
    void theKeyOfAKeyIsItself(@ForAll("almostNames") String text) {
        String key = Names.key(text);
        assertThat(Names.key(key)).isEqualTo(key);
    }

    @Property
    void anIdIsFoundHoweverItIsDressed(@ForAll("ids") String id, @ForAll("dresses") List<String> dress) {
        String text = dress.getFirst() + id.replace("-", dress.get(1)) + dress.getLast();
        assertThat(CATALOG.names().resolve(text, Sense.THING)).isInstanceOf(Resolution.Found.class);
    }

    private static void check(Resolution resolution) {
        switch (resolution) {
            case Resolution.Found found ->
                assertThat(CATALOG.find(found.environment().id())).contains(found.environment());
            case Resolution.Several several -> {
                assertThat(several.environments()).hasSizeGreaterThan(1);
                assertThat(CATALOG.environments()).containsAll(several.environments());
            }
            case Resolution.Unknown unknown -> {
                assertThat(unknown.nearest()).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
                assertThat(unknown.nearest()).allMatch(id -> CATALOG.find(id).isPresent());
            }
        }
    }

    @Provide
    Arbitrary<String> ids() {
        // A tree with the name of a service is found by that name among the service's environments only.
        Set<Optional<String>> services = CATALOG.environments().stream()
                .map(environment -> environment.belongs().service())
                .collect(Collectors.toSet());
        return Arbitraries.of(CATALOG.environments().stream()
                .map(Environment::id)
                .map(EnvironmentId::value)
                .filter(id -> !services.contains(Optional.of(id)))
                .toList());
    }

    @Provide
    Arbitrary<List<String>> dresses() {
        return Arbitraries.of(
                List.of("", "-", ""),
                List.of("`", " ", "`"),
                List.of(" “", "  ", "”, "),
                List.of("(", "_", ")."),
                List.of("'", "‑", "'?"),
                List.of("<", " - ", ">"));
    }

    @Provide
    Arbitrary<String> almostNames() {
        Arbitrary<String> bits = Arbitraries.of(
                "dev",
                "signing",
                "stage",
                "staging",
                "gecko",
                "-",
                " ",
                "@",
                ":",
                "/",
                "<",
                "|",
                ">",
                "https://",
                "git@",
                "github.com",
                "mozilla",
                "*",
                ".git",
                "firefox",
                "?",
                "#",
                "`",
                "’",
                "\u200b",
                "\u0000",
                "\ud800",
                "İ",
                "ß",
                "ﬁ",
                "[");
        return bits.list().ofMaxSize(8).map(parts -> String.join("", new ArrayList<>(parts)));
    }
}
