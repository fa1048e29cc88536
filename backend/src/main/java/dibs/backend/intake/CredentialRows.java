package dibs.backend.intake;

import java.time.Instant;
import java.util.Optional;

/** The port to how Dibs is signed in; part of a transaction. */
public interface CredentialRows {
    /** What that login brought; nothing where it is not kept. */
    Optional<Credential> find(String login);

    /** Keeps it, in place of what was there for the login. */
    void keep(Credential credential, Instant now);

    /** Forgets what that login brought. */
    void forget(String login);
}
