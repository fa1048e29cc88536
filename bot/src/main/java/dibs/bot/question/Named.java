package dibs.bot.question;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * What some words of a question name.
 *
 * @param text how the inquiry says it: an id, with its branch or part; as it was typed where it is not one environment
 * @param environment nothing where it is not known, or not one
 * @param service the service whose own name it is, without a tier
 * @param known whether the catalog knows the name, be it for several environments
 */
record Named(String text, Optional<Environment> environment, Optional<String> service, boolean known) {
    static Named one(Environment environment, String text) {
        return new Named(text, Optional.of(environment), Optional.empty(), true);
    }

    /** It stands for several, such as a service without its tier. */
    static Named several(String text, Optional<String> service) {
        return new Named(text, Optional.empty(), service, true);
    }

    static Named unknown(String text) {
        return new Named(text, Optional.empty(), Optional.empty(), false);
    }

    boolean is(Set<Kind> kinds) {
        return environment.filter(it -> kinds.contains(it.kind())).isPresent();
    }

    boolean is(Kind kind) {
        return is(Set.of(kind));
    }

    /** Whether it names several environments, none of them more than the others. */
    boolean isOpen() {
        return known && environment.isEmpty();
    }

    /** The task of a release that it is, such as {@code update-verify}. */
    Optional<String> task() {
        String part = text.substring(text.indexOf(':') + 1);
        return environment.filter(it -> ReleasePhrases.tasks(it).contains(part)).map(it -> part);
    }

    boolean sameAs(Named other) {
        return text.equals(other.text);
    }

    /** A name and how many words it takes. */
    record Span(int length, Named named) {}
}
