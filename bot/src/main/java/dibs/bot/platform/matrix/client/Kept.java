package dibs.bot.platform.matrix.client;

import java.util.Optional;

/** Where it is kept how Dibs is signed in. What was kept is there after a crash. */
public interface Kept {
    /** What that login brought; nothing where it is not kept. */
    Optional<Key> find(String login);

    /** Keeps it, in place of what was there for the login. */
    void keep(String login, Key key);

    /** Forgets it: the homeserver takes it no more. */
    void forget(String login);

    /**
     * What a homeserver gave for a password.
     *
     * @param refresh what brings the next access token; nothing where the homeserver gave none
     */
    record Key(Homeserver.Identity identity, String token, Optional<String> refresh) {
        /** Never shows a secret. */
        @Override
        public String toString() {
            return "Key[identity=" + identity + ", refreshable=" + refresh.isPresent() + "]";
        }
    }
}
