package dibs.backend.intake;

import java.util.Optional;

/**
 * Up to where an account has read.
 *
 * @param since where to go on; nothing where the next reading begins with what is there then
 * @param filter the id of the filter that the homeserver keeps for the account; nothing where it keeps none
 */
public record Position(Optional<String> since, Optional<String> filter) {
    /** Of an account that never read. */
    public static final Position NONE = new Position(Optional.empty(), Optional.empty());
}
