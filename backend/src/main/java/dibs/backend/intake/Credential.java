package dibs.backend.intake;

import dibs.backend.person.AccountId;
import java.util.Optional;

/**
 * How Dibs is signed in.
 *
 * @param login the name that was given with the password
 * @param device to which transaction ids belong: used again at every further signing in
 * @param accessToken secret
 * @param refreshToken secret; nothing where the homeserver gave none
 */
public record Credential(
        String login, AccountId account, String device, String accessToken, Optional<String> refreshToken) {
    /** Never shows a secret. */
    @Override
    public String toString() {
        return "Credential[account=" + account + ", device=" + device + ", refreshable=" + refreshToken.isPresent()
                + "]";
    }
}
