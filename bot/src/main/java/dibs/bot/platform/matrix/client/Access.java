package dibs.bot.platform.matrix.client;

import java.net.URI;
import java.util.Optional;

/**
 * How Dibs reaches its homeserver, and shows who it is.
 *
 * @param user whom Dibs is to be; where it is there, being anybody else is refused
 */
public record Access(Place place, Proof proof, Optional<UserId> user) {
    /** Where the homeserver is. */
    public sealed interface Place {
        /** There: nothing is looked up. */
        record At(URI address) implements Place {}

        /** Where the server of this name says, such as {@code example.org}: accounts' ids end in it. */
        record Named(String server) implements Place {}
    }

    /** What shows who Dibs is. */
    public sealed interface Proof {
        /** A token that an administrator gave out; its device is the one that it was made for. */
        record Token(String value) implements Proof {
            /** Never shows the secret. */
            @Override
            public String toString() {
                return "Token[]";
            }
        }

        /**
         * A password, given once; what it brings is kept.
         *
         * @param login a full user id, or what stands before its first colon
         */
        record Password(String login, String value) implements Proof {
            /** Never shows the secret. */
            @Override
            public String toString() {
                return "Password[login=" + login + "]";
            }
        }
    }
}
