package dibs.bot.command;

import dibs.backend.announcement.ConversationId;
import dibs.backend.environment.Catalog;
import dibs.backend.lease.Asker;
import dibs.backend.person.AccountId;
import dibs.backend.person.Person;
import dibs.backend.person.Role;
import dibs.backend.person.WorkingHours;
import dibs.backend.transaction.MessageKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One command's circumstances: who speaks, when, and what is known then.
 *
 * @param account the account that the person speaks from
 * @param zone the zone that counts for the person
 * @param conversation where it was said; nothing where that is no conversation to speak in unasked
 * @param now the one moment that the whole command happens at
 */
record Turn(
        Person person,
        AccountId account,
        Role role,
        Catalog catalog,
        ZoneId zone,
        Optional<MessageKey> message,
        Optional<ConversationId> conversation,
        Instant now) {

    /** The same circumstances for something else that the same message asks for. */
    Turn behind(String what) {
        Optional<MessageKey> other =
                message.map(key -> new MessageKey(key.platform(), key.conversation(), key.messageId() + "/" + what));
        return new Turn(person, account, role, catalog, zone, other, conversation, now);
    }

    WorkingHours hours() {
        return person.hours().orElse(WorkingHours.USUAL);
    }

    Asker asker() {
        return new Asker(person.ref(), zone, hours(), message, now);
    }
}
