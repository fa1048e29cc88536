package dibs.backend.intake;

import dibs.backend.person.AccountId;
import java.time.Instant;
import java.util.Optional;

/** The port to how Dibs is signed in; part of a transaction. */
public interface CredentialRows {
    /** How the account is signed in; nothing where it is not. */
    Optional<Credential> find(AccountId account);

    /** Keeps it, in place of what was there for the account. */
    void keep(Credential credential, Instant now);

    /** Forgets how the account is signed in. */
    void forget(AccountId account);
}
