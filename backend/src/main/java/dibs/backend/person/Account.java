package dibs.backend.person;

import java.time.ZoneId;
import java.util.Optional;

/**
 * One platform's user.
 *
 * @param name the name that the platform shows
 * @param zone the zone that the platform knows
 */
public record Account(AccountId id, String name, Optional<ZoneId> zone) {}
