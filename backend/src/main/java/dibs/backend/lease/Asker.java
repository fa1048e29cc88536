package dibs.backend.lease;

import dibs.backend.person.PersonRef;
import dibs.backend.person.WorkingHours;
import dibs.backend.transaction.MessageKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Who asks, when, and with which message.
 *
 * @param zone in which the person names days and hours: their own, or that of whoever has none
 * @param hours when the person works, on the clock of that zone
 * @param message so that a repeated message has its effect once; nothing where the platform has no ids
 * @param now the one moment that the whole command happens at
 */
public record Asker(PersonRef person, ZoneId zone, WorkingHours hours, Optional<MessageKey> message, Instant now) {}
