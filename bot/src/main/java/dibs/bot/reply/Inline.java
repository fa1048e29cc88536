package dibs.bot.reply;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Use;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    /**
     * Why a lease or a use is there, as typed, with the colon before it; marked {@code (private)}, it is for few. To
     * outsiders it is nothing at all.
     *
     * @param privy who may read it when it is private: the holder and the helpers
     */
    record Purpose(String words, Set<PersonId> privy) implements Inline {
        private static final Pattern PRIVATE = Pattern.compile("\\(\\s*private\\s*\\)", Pattern.CASE_INSENSITIVE);

        public Purpose {
            privy = Set.copyOf(privy);
        }

        /** A lease's, if it has one. */
        public static Optional<Purpose> of(Lease lease) {
            Set<PersonId> privy = new HashSet<>();
            privy.add(lease.holder().id());
            lease.helpers().forEach(helper -> privy.add(helper.id()));
            return lease.purpose().map(words -> new Purpose(words, privy));
        }

        /** A use's, if it has one. */
        public static Optional<Purpose> of(Use use) {
            return use.purpose()
                    .map(words -> new Purpose(words, Set.of(use.person().id())));
        }

        /** The words, where they may be read. */
        public Optional<String> readBy(View view) {
            boolean shown = switch (view) {
                case View.Of one -> !isPrivate() || one.admin() || privy.contains(one.person());
                case View.Members all -> !isPrivate();
                case View.Outsiders outsiders -> false;
            };
            return shown ? Optional.of(words) : Optional.empty();
        }

        /** What is shown of it. */
        public Line shownTo(View view) {
            if (view instanceof View.Outsiders) {
                return Line.of("");
            }
            return readBy(view).map(shown -> Line.of(": {}", new Quote(shown))).orElseGet(() -> Line.of(": (private)"));
        }

        private boolean isPrivate() {
            return PRIVATE.matcher(words).find();
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
