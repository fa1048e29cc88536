package dibs.bot.reply;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;

/** A piece of a line. Renderers escape, mention and format times; nobody else does. */
public sealed interface Inline {
    /** Words of ours, or of people: always shown as plain text. */
    record Text(String text) implements Inline {}

    /** A name of the catalog, shown as a name. */
    record Name(String name) implements Inline {}

    /** A line to type. */
    record Code(String line) implements Inline {}

    /** What a person typed, in quotation marks. */
    record Quote(String text) implements Inline {}

    /** A person. */
    record Who(PersonRef person) implements Inline {}

    /** A moment, with its day, hour and zone and how far off it is. */
    record When(Instant at) implements Inline {}

    /** A length of time. */
    record Length(Duration length) implements Inline {}

    /** An address with its label. */
    record Link(String label, String url) implements Inline {
        /**
         * Whether a browser may be sent there: no script, no file, and no user name that passes itself off as the host. What
         * does not lead there is shown as words.
         */
        public boolean leadsToTheWeb() {
            try {
                URI uri = new URI(url);
                String scheme = uri.getScheme();
                return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                        && uri.getHost() != null
                        && uri.getUserInfo() == null;
            } catch (URISyntaxException malformed) {
                return false;
            }
        }
    }

    static Inline text(String text) {
        return new Text(text);
    }

    static Inline name(EnvironmentId id) {
        return new Name(id.value());
    }

    static Inline name(String name) {
        return new Name(name);
    }

    static Inline code(String line) {
        return new Code(line);
    }

    static Inline quote(String text) {
        return new Quote(text);
    }

    static Inline who(PersonRef person) {
        return new Who(person);
    }

    static Inline when(Instant at) {
        return new When(at);
    }

    static Inline length(Duration length) {
        return new Length(length);
    }
}
