package dibs.backend.intake;

import dibs.backend.person.AccountId;
import java.util.Optional;

/**
 * What a reaction to a message means.
 *
 * @param emoji which reaction, as it is sent
 * @param line the command that it stands for, as it would be typed
 * @param about the lease that it was offered for; nothing where it is about none
 * @param entitled the only account that may press it; nothing: whoever may type the line
 */
public record Offer(String emoji, String line, Optional<LeaseMeant> about, Optional<AccountId> entitled) {}
