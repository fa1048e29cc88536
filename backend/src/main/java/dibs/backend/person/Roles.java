package dibs.backend.person;

import java.util.Optional;
import java.util.Set;

/**
 * Who may do what, where nothing else is said: console and web people claim, gate and admin are given by setting only.
 *
 * @param admins the accounts that {@code DIBS_ADMINS} names
 * @param webClaims whether web people may claim: only while nobody but this machine reaches the page
 */
public record Roles(Set<AccountId> admins, boolean webClaims) {
    public Roles {
        admins = Set.copyOf(admins);
    }

    /**
     * The role of a person who speaks from that account.
     *
     * @param vouched the role that the account's platform vouches for; it counts where the platform knows its people
     */
    public Role of(Person person, AccountId speaking, Optional<Role> vouched) {
        if (person.accounts().stream().map(Account::id).anyMatch(admins::contains)) {
            return Role.ADMIN;
        }
        return switch (speaking.platform()) {
            case "console" -> Role.CLAIM;
            case "web" -> webClaims ? Role.CLAIM : Role.ASK;
            default -> vouched.orElse(Role.ASK);
        };
    }
}
