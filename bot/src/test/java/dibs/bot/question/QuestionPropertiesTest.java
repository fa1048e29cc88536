package dibs.bot.question;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.policy.Inquiry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever is asked. */
class QuestionPropertiesTest {
    private static final Asked ASKED = new Asked();
    private static final Optional<Kind> MISSING = Optional.of(Kind.MISSING);
    private static final List<String> TEXTS = texts();

    private static List<String> texts() {
        try {
            return Asked.table("readings.txt").stream()
                    .map(line -> line.substring(0, line.indexOf(" | ")))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<String> questions() {
        return Arbitraries.of(TEXTS);
    }

    @Provide
    Arbitrary<String> salads() {
        List<String> words = TEXTS.stream()
                .flatMap(text -> List.of(text.split(" ")).stream())
                .distinct()
                .toList();
        Arbitrary<String> word =
                Arbitraries.oneOf(Arbitraries.of(words), Arbitraries.strings().ofMaxLength(6));
        return word.list().ofMaxSize(20).map(list -> String.join(" ", list));
    }

    @Provide
    Arbitrary<String> lines() {
        List<String> names = ASKED.catalog().environments().stream()
                .map(Environment::id)
                .map(Object::toString)
                .toList();
        return Combinators.combine(
                        Arbitraries.of(names),
                        Arbitraries.of(names),
                        Arbitraries.of("", " to write", " to read-only", " access:claim", " to depend-on"),
                        Arbitraries.of("", " for a demo", " purpose:testing", " for test:balrog", " credential:dep"))
                .as((consumer, environment, access, rest) -> "is-safe " + consumer + " " + environment + access + rest);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void nothingMakesItFail(@ForAll("salads") String text) {
        assertThat(ASKED.read(text)).isNotNull();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void caseSpacesQuotesAndTheTailDoNotMatter(@ForAll("questions") String text) {
        String dressed =
                "  " + text.toUpperCase(Locale.ROOT).replace(" ", " \t ").replace('\'', '’') + " ?! ";
        assertThat(ASKED.reading(dressed)).isEqualTo(ASKED.reading(text));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aLineIsTheSameAgainFromWhatItWasReadAs(@ForAll("lines") String line) {
        ASKED.inquiry(line)
                .ifPresent(inquiry ->
                        assertThat(ASKED.reading(InquiryLine.of(inquiry))).isEqualTo(Asked.written(inquiry)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anUnknownNameInItIsNeverPassedOver(@ForAll("questions") String text, @ForAll int seed) {
        List<String> words = List.of(text.split(" "));
        int at = Math.floorMod(seed, words.size() + 1);
        String planted = String.join(" ", words.subList(0, at)) + " quux-7-frob "
                + String.join(" ", words.subList(at, words.size()));
        // What does not exist does not exist, whatever else is said of it.
        boolean missing = ASKED.inquiry(text)
                .flatMap(Inquiry::environment)
                .flatMap(ASKED::kind)
                .equals(MISSING);
        if (!missing) {
            assertThat(ASKED.answer(planted)).isNotIn("safe", "unsafe", "conditional");
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aNegationInItIsNeverPassedOver(@ForAll("questions") String text, @ForAll int seed) {
        List<String> words = List.of(text.split(" "));
        int at = Math.floorMod(seed, words.size() + 1);
        String planted =
                String.join(" ", words.subList(0, at)) + " never " + String.join(" ", words.subList(at, words.size()));
        assertThat(ASKED.answer(planted)).isNotEqualTo("safe");
    }
}
