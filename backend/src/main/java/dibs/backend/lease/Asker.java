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
 * @param message so that a repeated message has its effect once; nothing where the platform has no ids
 * @param now the one moment that the whole command happens at
 */
public record Asker(PersonRef person, ZoneId zone, WorkingHours hours, Optional<MessageKey> message, Instant now) {}
